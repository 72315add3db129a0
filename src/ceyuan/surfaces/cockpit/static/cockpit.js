// Everything works without this file. With it: charts answer to the pointer, a filtered list keeps
// its place, and a form with files says that it is being read. Charts are drawn from what the page itself carries; nothing is fetched.
"use strict";

(() => {
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const SYMBOLS = {
    registered: "rect", reported: "circle", derived: "emptyDiamond",
    decided: "diamond", expected: "emptyCircle", target: "emptyTriangle",
  };

  const option = (told) => ({
    animation: false,
    aria: { enabled: true },
    textStyle: { fontFamily: token("--text"), color: token("--ink") },
    grid: { left: 8, right: 24, top: 36, bottom: 8, containLabel: true },
    legend: told.series.length > 1
      ? { left: 0, top: 0, textStyle: { color: token("--ink-quiet") }, itemWidth: 12, itemHeight: 9 }
      : undefined,
    tooltip: { trigger: "item", renderMode: "richText", formatter: (p) => `${told.periods[p.value[0]]}\n${p.data.printed}` },
    xAxis: {
      type: "category", data: told.periods, boundaryGap: true,
      axisLine: { lineStyle: { color: token("--rule-strong") } }, axisTick: { show: false },
      axisLabel: { color: token("--ink-quiet"), hideOverlap: true },
    },
    yAxis: {
      type: "value", scale: true, splitNumber: 4,
      axisLabel: { show: false }, splitLine: { lineStyle: { color: token("--rule") } },
    },
    series: told.series.map((one, nth) => ({
      name: one.name,
      type: one.line ? "line" : "scatter",
      symbol: SYMBOLS[one.standing] || "circle",
      symbolSize: 9,
      connectNulls: false,
      color: token(`--${one.standing}`),
      lineStyle: { width: 1.5 },
      cursor: "pointer",
      label: { show: told.periods.length <= 10, position: nth % 2 ? "bottom" : "top", color: token("--ink"), formatter: (p) => p.data.printed },
      labelLayout: { hideOverlap: true, moveOverlap: "shiftY" },
      data: one.points.map((point) => ({ value: [point.at, point.amount], printed: point.printed, card: point.card })),
    })),
  });

  const draw = (place) => {
    const told = JSON.parse(place.dataset.chart);
    place.replaceChildren();
    const chart = window.echarts.init(place, null, { renderer: "canvas" });
    chart.setOption(option(told));
    chart.on("click", (event) => { if (event.data && event.data.card) location.assign(event.data.card); });
    new ResizeObserver(() => chart.resize()).observe(place);
  };

  // A file takes a while to read: the button says so, and a second press sends nothing twice.
  const busy = (form) => form.addEventListener("submit", () => {
    const button = form.querySelector("button[data-busy]");
    button.textContent = button.dataset.busy;
    // What a disabled button says is not sent: disable it when the form has gone.
    setTimeout(() => { button.disabled = true; });
  });

  document.addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("form:has(button[data-busy])").forEach(busy);
    document.querySelectorAll(".sheet td.lit").forEach((cell) => {
      const sheet = cell.closest(".sheet");
      if (cell.offsetLeft + cell.offsetWidth <= sheet.clientWidth) return;
      sheet.scrollLeft = cell.offsetLeft - (sheet.clientWidth - cell.offsetWidth) / 2;
    });
    if (window.echarts) document.querySelectorAll("[data-chart]").forEach(draw);
  });
})();

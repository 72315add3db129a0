"""Pages of the cockpit."""

from collections.abc import Callable, Sequence
from typing import Any

from ceyuan.authoring.handed_in import Workbook
from ceyuan.authoring.page import Act, Ask, Params
from ceyuan.catalogue.example import PageExample
from ceyuan.catalogue.fault import CatalogueFault, fault
from ceyuan.catalogue.item import Item
from ceyuan.catalogue.sort import CardKey, Role, Sort
from ceyuan.model.bilingual import Bilingual


class Page(Item):
    """A page of the cockpit: `shows(ask, params)` gives what its `page.html` is filled with.

    `does(act, form)`, where there is one, does what a form sent from the page asks for.
    """

    @property
    def shows(self) -> Callable[[Ask, Params], dict[str, Any]]:
        """What the template is given."""
        return self.one("shows")

    @property
    def does(self) -> Callable[[Act, Params], str] | None:
        """What a form sent from the page does; None where the page only shows."""
        return self.maybe("does")

    @property
    def workbook(self) -> Callable[[Ask, Params], Workbook | None] | None:
        """The workbook the page gives away at `/path.xlsx`; None where it has none."""
        return self.maybe("workbook")

    @property
    def gives_workbook(self) -> bool:
        """Whether it gives a workbook away: known without importing its Python."""
        return bool(self.card.rest["workbook"])

    @property
    def uploads(self) -> bool:
        """Whether files are sent with its form: known without importing its Python."""
        return bool(self.card.rest["uploads"])

    @property
    def form(self) -> bool:
        """Whether forms are sent from it: known without importing its Python."""
        return bool(self.card.rest["form"])

    @property
    def path(self) -> str:
        """The address under which it is shown."""
        return str(self.card.rest["path"])

    @property
    def menu(self) -> int:
        """Its place in the menu, from 1; 0 where it is not in the menu."""
        return int(self.card.rest["menu"])


def _one_address_each(items: Sequence[Item]) -> list[CatalogueFault]:
    seen: dict[str, str] = {}
    faults = []
    for item in items:
        path = str(item.card.rest["path"])
        if not path.startswith("/"):
            faults.append(
                fault(
                    f"地址 {path!r} 不以 / 开头",
                    f"the address {path!r} does not begin with /",
                    where=f"{item.shown}/card.toml",
                    remedy_zh=f'写成 path = "/{path}"',
                    remedy_en=f'write path = "/{path}"',
                )
            )
        elif path in seen:
            faults.append(
                fault(
                    f"地址 {path} 已由页面 {seen[path]} 使用",
                    f"the address {path} already belongs to the page {seen[path]}",
                    where=f"{item.shown}/card.toml",
                    remedy_zh="换一个地址",
                    remedy_en="choose another path",
                )
            )
        seen.setdefault(path, item.name)
    return faults


SORT = Sort(
    name="page",
    term=Bilingual("页面", "page"),
    place="pages",
    file="page.py",
    roles=(
        Role("shows", ("ask", "params")),
        Role("does", ("act", "form"), required=False),
        Role("workbook", ("ask", "params"), required=False),
    ),
    files=("page.html",),
    card_keys=(
        CardKey("path", str, required=True),
        CardKey("menu", int, default=0),
        CardKey("form", bool, default=False),
        CardKey("uploads", bool, default=False),
        CardKey("workbook", bool, default=False),
    ),
    example=PageExample,
    item=Page,
    together=_one_address_each,
)

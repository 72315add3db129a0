WITH step_0 AS MATERIALIZED (
  SELECT
    "opened",
    "makers",
    "paper_cost",
    "sales",
    "clean_record",
    "styles"
  FROM rows
), step_1 AS MATERIALIZED (
  SELECT
    "opened",
    "makers",
    "paper_cost",
    "sales",
    "clean_record",
    "styles",
    (
      FLOOR(
        (
          (
            (
              (
                (
                  CAST(EXTRACT(YEAR FROM CAST('2024-06-01' AS DATE)) AS DOUBLE PRECISION) * CAST('12.0' AS DOUBLE PRECISION)
                ) + CAST(EXTRACT(MONTH FROM CAST('2024-06-01' AS DATE)) AS DOUBLE PRECISION)
              ) - (
                (
                  CAST(EXTRACT(YEAR FROM "opened") AS DOUBLE PRECISION) * CAST('12.0' AS DOUBLE PRECISION)
                ) + CAST(EXTRACT(MONTH FROM "opened") AS DOUBLE PRECISION)
              )
            ) - CASE
              WHEN CAST(EXTRACT(DAY FROM CAST('2024-06-01' AS DATE)) AS DOUBLE PRECISION) < CAST(EXTRACT(DAY FROM "opened") AS DOUBLE PRECISION)
              AND CAST(EXTRACT(DAY FROM (
                CAST('2024-06-01' AS DATE) + 1
              )) AS DOUBLE PRECISION) <> CAST('1.0' AS DOUBLE PRECISION)
              THEN CAST('1.0' AS DOUBLE PRECISION)
              ELSE CAST('0.0' AS DOUBLE PRECISION)
            END
          ) / CAST('12.0' AS DOUBLE PRECISION)
        )
      ) >= CAST('2.0' AS DOUBLE PRECISION)
    ) AS "old_enough",
    (
      "makers" <= CAST('50.0' AS DOUBLE PRECISION)
    ) AS "small_enough",
    (
      "paper_cost" / NULLIF("sales", CAST('0.0' AS DOUBLE PRECISION))
    ) AS "paper_share",
    "clean_record" AS "behaves",
    CASE
      WHEN (
        "paper_cost" * CAST('0.1' AS DOUBLE PRECISION)
      ) IS NULL
      OR CAST('100000.0' AS DOUBLE PRECISION) IS NULL
      THEN NULL
      ELSE LEAST(
        (
          "paper_cost" * CAST('0.1' AS DOUBLE PRECISION)
        ),
        CAST('100000.0' AS DOUBLE PRECISION)
      )
    END AS "prize",
    CASE
      WHEN POSITION('|新式|' IN "styles") > 0 IS NULL
      THEN NULL
      WHEN POSITION('|新式|' IN "styles") > 0
      THEN CAST(NULL AS DOUBLE PRECISION)
      ELSE CAST('0.0' AS DOUBLE PRECISION)
    END AS "bonus"
  FROM step_0
), step_2 AS MATERIALIZED (
  SELECT
    "opened",
    "makers",
    "paper_cost",
    "sales",
    "clean_record",
    "styles",
    "old_enough",
    "small_enough",
    "paper_share",
    "behaves",
    "prize",
    "bonus",
    (
      "paper_share" >= CASE
        WHEN "sales" <= CAST('5000000.0' AS DOUBLE PRECISION)
        THEN CAST('0.05' AS DOUBLE PRECISION)
        WHEN "sales" <= CAST('20000000.0' AS DOUBLE PRECISION)
        THEN CAST('0.04' AS DOUBLE PRECISION)
        WHEN NOT "sales" IS NULL
        THEN CAST('0.03' AS DOUBLE PRECISION)
      END
    ) AS "uses_enough_paper"
  FROM step_1
), step_3 AS MATERIALIZED (
  SELECT
    "opened",
    "makers",
    "paper_cost",
    "sales",
    "clean_record",
    "styles",
    "old_enough",
    "small_enough",
    "paper_share",
    "behaves",
    "prize",
    "bonus",
    "uses_enough_paper",
    (
      "old_enough" AND "small_enough" AND "uses_enough_paper" AND "behaves"
    ) AS "eligible"
  FROM step_2
), step_4 AS MATERIALIZED (
  SELECT
    "opened",
    "makers",
    "paper_cost",
    "sales",
    "clean_record",
    "styles",
    "old_enough",
    "small_enough",
    "paper_share",
    "behaves",
    "prize",
    "bonus",
    "uses_enough_paper",
    "eligible",
    CASE
      WHEN "eligible" IS NULL
      THEN NULL
      WHEN "eligible"
      THEN (
        (
          CAST('0.0' AS DOUBLE PRECISION) + "prize"
        ) + "bonus"
      )
      ELSE CAST('0.0' AS DOUBLE PRECISION)
    END AS "amount"
  FROM step_3
)
SELECT
  "old_enough",
  "small_enough",
  "paper_share",
  "uses_enough_paper",
  "behaves",
  "prize",
  "bonus",
  "eligible",
  "amount"
FROM step_4

WITH step_0 AS (
  SELECT
    `opened`,
    `makers`,
    `paper_cost`,
    `sales`,
    `clean_record`,
    `styles`
  FROM rows
), step_1 AS (
  SELECT
    `opened`,
    `makers`,
    `paper_cost`,
    `sales`,
    `clean_record`,
    `styles`,
    (
      CASE
        WHEN ABS(
          (
            (
              (
                (
                  (
                    CAST(EXTRACT(YEAR FROM CAST('2024-06-01' AS DATE)) AS DOUBLE) * CAST('12.0' AS DOUBLE)
                  ) + CAST(EXTRACT(MONTH FROM CAST('2024-06-01' AS DATE)) AS DOUBLE)
                ) - (
                  (
                    CAST(EXTRACT(YEAR FROM `opened`) AS DOUBLE) * CAST('12.0' AS DOUBLE)
                  ) + CAST(EXTRACT(MONTH FROM `opened`) AS DOUBLE)
                )
              ) - CASE
                WHEN CAST(EXTRACT(DAY FROM CAST('2024-06-01' AS DATE)) AS DOUBLE) < CAST(EXTRACT(DAY FROM `opened`) AS DOUBLE)
                AND CAST(EXTRACT(DAY FROM DATE_ADD(CAST('2024-06-01' AS DATE), 1)) AS DOUBLE) <> CAST('1.0' AS DOUBLE)
                THEN CAST('1.0' AS DOUBLE)
                ELSE CAST('0.0' AS DOUBLE)
              END
            ) / CAST('12.0' AS DOUBLE)
          )
        ) >= CAST(4503599627370496 AS DOUBLE)
        THEN (
          (
            (
              (
                (
                  CAST(EXTRACT(YEAR FROM CAST('2024-06-01' AS DATE)) AS DOUBLE) * CAST('12.0' AS DOUBLE)
                ) + CAST(EXTRACT(MONTH FROM CAST('2024-06-01' AS DATE)) AS DOUBLE)
              ) - (
                (
                  CAST(EXTRACT(YEAR FROM `opened`) AS DOUBLE) * CAST('12.0' AS DOUBLE)
                ) + CAST(EXTRACT(MONTH FROM `opened`) AS DOUBLE)
              )
            ) - CASE
              WHEN CAST(EXTRACT(DAY FROM CAST('2024-06-01' AS DATE)) AS DOUBLE) < CAST(EXTRACT(DAY FROM `opened`) AS DOUBLE)
              AND CAST(EXTRACT(DAY FROM DATE_ADD(CAST('2024-06-01' AS DATE), 1)) AS DOUBLE) <> CAST('1.0' AS DOUBLE)
              THEN CAST('1.0' AS DOUBLE)
              ELSE CAST('0.0' AS DOUBLE)
            END
          ) / CAST('12.0' AS DOUBLE)
        )
        ELSE CAST(FLOOR(
          (
            (
              (
                (
                  (
                    CAST(EXTRACT(YEAR FROM CAST('2024-06-01' AS DATE)) AS DOUBLE) * CAST('12.0' AS DOUBLE)
                  ) + CAST(EXTRACT(MONTH FROM CAST('2024-06-01' AS DATE)) AS DOUBLE)
                ) - (
                  (
                    CAST(EXTRACT(YEAR FROM `opened`) AS DOUBLE) * CAST('12.0' AS DOUBLE)
                  ) + CAST(EXTRACT(MONTH FROM `opened`) AS DOUBLE)
                )
              ) - CASE
                WHEN CAST(EXTRACT(DAY FROM CAST('2024-06-01' AS DATE)) AS DOUBLE) < CAST(EXTRACT(DAY FROM `opened`) AS DOUBLE)
                AND CAST(EXTRACT(DAY FROM DATE_ADD(CAST('2024-06-01' AS DATE), 1)) AS DOUBLE) <> CAST('1.0' AS DOUBLE)
                THEN CAST('1.0' AS DOUBLE)
                ELSE CAST('0.0' AS DOUBLE)
              END
            ) / CAST('12.0' AS DOUBLE)
          )
        ) AS DOUBLE)
      END >= CAST('2.0' AS DOUBLE)
    ) AS `old_enough`,
    (
      `makers` <= CAST('50.0' AS DOUBLE)
    ) AS `small_enough`,
    (
      `paper_cost` / NULLIF(`sales`, CAST('0.0' AS DOUBLE))
    ) AS `paper_share`,
    `clean_record` AS `behaves`,
    CASE
      WHEN (
        `paper_cost` * CAST('0.1' AS DOUBLE)
      ) IS NULL
      OR CAST('100000.0' AS DOUBLE) IS NULL
      THEN NULL
      ELSE LEAST((
        `paper_cost` * CAST('0.1' AS DOUBLE)
      ), CAST('100000.0' AS DOUBLE))
    END AS `prize`,
    CASE
      WHEN LOCATE('|新式|', `styles`) > 0 IS NULL
      THEN NULL
      WHEN LOCATE('|新式|', `styles`) > 0
      THEN CAST(NULL AS DOUBLE)
      ELSE CAST('0.0' AS DOUBLE)
    END AS `bonus`
  FROM step_0
), step_2 AS (
  SELECT
    `opened`,
    `makers`,
    `paper_cost`,
    `sales`,
    `clean_record`,
    `styles`,
    `old_enough`,
    `small_enough`,
    `paper_share`,
    `behaves`,
    `prize`,
    `bonus`,
    (
      `paper_share` >= CASE
        WHEN `sales` <= CAST('5000000.0' AS DOUBLE)
        THEN CAST('0.05' AS DOUBLE)
        WHEN `sales` <= CAST('20000000.0' AS DOUBLE)
        THEN CAST('0.04' AS DOUBLE)
        WHEN NOT `sales` IS NULL
        THEN CAST('0.03' AS DOUBLE)
      END
    ) AS `uses_enough_paper`
  FROM step_1
), step_3 AS (
  SELECT
    `opened`,
    `makers`,
    `paper_cost`,
    `sales`,
    `clean_record`,
    `styles`,
    `old_enough`,
    `small_enough`,
    `paper_share`,
    `behaves`,
    `prize`,
    `bonus`,
    `uses_enough_paper`,
    (
      `old_enough` AND `small_enough` AND `uses_enough_paper` AND `behaves`
    ) AS `eligible`
  FROM step_2
), step_4 AS (
  SELECT
    `opened`,
    `makers`,
    `paper_cost`,
    `sales`,
    `clean_record`,
    `styles`,
    `old_enough`,
    `small_enough`,
    `paper_share`,
    `behaves`,
    `prize`,
    `bonus`,
    `uses_enough_paper`,
    `eligible`,
    CASE
      WHEN `eligible` IS NULL
      THEN NULL
      WHEN `eligible`
      THEN (
        (
          CAST('0.0' AS DOUBLE) + `prize`
        ) + `bonus`
      )
      ELSE CAST('0.0' AS DOUBLE)
    END AS `amount`
  FROM step_3
)
SELECT
  `old_enough`,
  `small_enough`,
  `paper_share`,
  `uses_enough_paper`,
  `behaves`,
  `prize`,
  `bonus`,
  `eligible`,
  `amount`
FROM step_4

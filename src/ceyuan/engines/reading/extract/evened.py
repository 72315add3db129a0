"""A text whose brackets, digits, quotes and capitals all have one form, character for character."""

_FORMS = dict(
    zip(
        "（）：︰∶，．％＋－／０１２３４５６７８９＆“”„‟＂「」『』；？！ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺ",
        '():::,.%+-/0123456789&"""""""""' + ";?!ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        strict=True,
    )
)


def evened(text: str) -> str:
    """The text with brackets and digits at half width and every double quote alike.

    One character stands for one, so places in the evened text are places in the text.
    """
    for odd, form in _FORMS.items():
        if odd in text:
            text = text.replace(odd, form)
    return text

"""Makes `engines/registry/names/look_alikes.txt`: which Chinese characters print alike.

Each character is drawn small in two fonts and blurred, as a poor scan would have it; pairs whose
drawings overlap most are alike. Two ways of misreading that overlap understates are measured on
their own: one half the same (限 眼), and one character standing whole in the other (京 凉).

Run by hand where Noto CJK fonts are installed: python tools/names/look_alikes.py OUT
"""

import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

FONTS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
)
SIMPLIFIED_FACE = 2
SIZE = 28
#: Alike enough: on the whole; in one half, with the rest not far; whole within the other.
WHOLE, HALF, REST, WITHIN = 0.70, 0.88, 0.50, 0.70
#: Or among the nearest of all, and near enough.
NEAREST, NEAR = 20, 0.56
#: Rare characters (outside GB 2312) count only where they are close.
RARE = 0.78
MOST = 22


def common() -> list[str]:
    """The 6,763 characters of GB 2312."""
    found = []
    for high in range(0xB0, 0xF8):
        for low in range(0xA1, 0xFF):
            try:
                found.append(bytes((high, low)).decode("gb2312"))
            except UnicodeDecodeError:
                continue
    return found


def drawn(characters: list[str], font: str) -> np.ndarray:
    """One row per character: its blurred drawing, square by square."""
    face = ImageFont.truetype(font, SIZE, index=SIMPLIFIED_FACE)
    rows = np.zeros((len(characters), SIZE * SIZE), np.float32)
    for row, character in enumerate(characters):
        image = Image.new("L", (SIZE, SIZE), 0)
        ImageDraw.Draw(image).text((0, -SIZE // 5), character, fill=255, font=face)
        blurred = image.filter(ImageFilter.GaussianBlur(1.1))
        rows[row] = np.asarray(blurred, np.float32).ravel()
    return rows


def alike(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Cosine of the drawings around their mean."""
    centre = right.mean(axis=0)
    a, b = left - centre, right - centre
    a /= np.linalg.norm(a, axis=1, keepdims=True) + 1e-6
    b /= np.linalg.norm(b, axis=1, keepdims=True) + 1e-6
    return a @ b.T


def narrowed(grids: np.ndarray, width: int) -> np.ndarray:
    """Every drawing squeezed to `width`."""
    images = (Image.fromarray(grid).resize((width, SIZE)) for grid in grids)
    return np.stack([np.asarray(image) for image in images])


def main(out: Path) -> None:
    right = common()[:3755]  # level 1, the common ones
    usual = np.array([chr(c) in set(common()) for c in range(0x4E00, 0x9FA6)])
    wrong = [chr(c) for c in range(0x4E00, 0x9FA6)]
    whole = np.zeros((len(right), len(wrong)), np.float32)
    half, within = np.zeros_like(whole), np.zeros_like(whole)
    for font in FONTS:
        a, b = drawn(right, font), drawn(wrong, font)
        whole += alike(a, b) / len(FONTS)
        grid_a, grid_b = (x.reshape(-1, SIZE, SIZE) for x in (a, b))
        parts = [
            (grid_a[:, :, SIZE * 2 // 5 :], grid_b[:, :, SIZE * 2 // 5 :]),
            (grid_a[:, SIZE // 2 :, :], grid_b[:, SIZE // 2 :, :]),
        ]
        halves = [alike(x.reshape(len(x), -1), y.reshape(len(y), -1)) for x, y in parts]
        half += np.maximum(*halves) / len(FONTS)
        side = SIZE * 3 // 5
        narrow_a, narrow_b = narrowed(grid_a, side), narrowed(grid_b, side)
        inside = [
            (narrow_a, grid_b[:, :, -side:]),
            (grid_a[:, :, -side:], narrow_b),
        ]
        found = [alike(x.reshape(len(x), -1), y.reshape(len(y), -1)) for x, y in inside]
        within += np.maximum(*found) / len(FONTS)
    nearest = whole >= np.maximum(-np.sort(-whole, axis=1)[:, NEAREST : NEAREST + 1], NEAR)
    alike_enough = (
        (whole >= WHOLE) | ((half >= HALF) & (whole >= REST)) | (within >= WITHIN) | nearest
    ) & (usual | (whole >= RARE))
    score = np.where(alike_enough, np.maximum(whole, within), 0)
    lines = []
    for row, character in enumerate(right):
        best = np.argsort(-score[row])[: MOST + 1]
        found = "".join(wrong[i] for i in best if score[row, i] > 0 and wrong[i] != character)
        if found:
            lines.append(f"{character} {found}")
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(len(lines), "characters,", sum(len(line) - 2 for line in lines), "pairs")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""How ready a meeting is: one segment a step."""

from cop_desktop.frozen import frozen
from cop_desktop.ui.theme import mix

from .canvas import Canvas
from .picture import Picture


@frozen
class ReadyStep:
    """`words`: ״חומרי רקע: עוד לא״, said whole."""

    key: object
    words: str
    done: bool


class ReadinessStrip(Picture[tuple[ReadyStep, ...]]):
    """Done steps are full and come first; the others outlined, so that they read without colour."""

    def least(self) -> tuple[float, float]:
        return 120, 14

    def as_text(self, data: tuple[ReadyStep, ...]) -> str:
        return "; ".join(step.words for step in data)

    def draw(self, canvas: Canvas, data: tuple[ReadyStep, ...]) -> None:
        t, px = canvas.theme, canvas.look.px
        tall, gap = px(8), px(4)
        wide = (canvas.width + gap) / max(len(data), 1) - gap
        top = (canvas.height - tall) / 2
        for place, step in enumerate(sorted(data, key=lambda each: not each.done)):
            box = canvas.rect(place * (wide + gap), top, wide, tall)
            waiting = mix(t.surface, t.muted, 0.20)
            edge = None if step.done or t.name != "contrast" else t.line
            fill = t.accent if step.done else waiting
            canvas.box(box.adjusted(0.5, 0.5, -0.5, -0.5), fill, edge, radius=tall / 2)
            self.note(step.key, step.words, box.adjusted(0, -2, 0, 2))

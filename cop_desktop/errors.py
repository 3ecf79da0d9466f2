"""Errors that a person can act on. Everything else is a bug and goes to the crash dialog."""


class UserError(Exception):
    """A sentence with advice: a message id and its values, translated where it is shown.

    `UserError(N_("The file {name} is empty. Choose another file."), name="a.cop")`
    A value that reads differently in each language, as a date does, is a function of the language:
    `UserError(N_("Nothing is planned on {day}."), day=partial(date_medium, day))`.
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.told("en"))

    def told(self, language: str) -> dict[str, object]:
        """The values as a reader of that language finds them in the sentence."""
        return {
            name: value(language) if callable(value) else value
            for name, value in self.values.items()
        }

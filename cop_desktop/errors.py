"""Errors that a person can act on. Everything else is a bug and goes to the crash dialog."""


class UserError(Exception):
    """A sentence with advice: a message id and its values, translated where it is shown.

    `UserError(N_("The file {name} is empty. Choose another file."), name="a.cop")`
    """

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.values = values

    def __str__(self) -> str:
        return self.message.format(**self.values)

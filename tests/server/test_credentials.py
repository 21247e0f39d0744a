"""The generated password."""

from graph.server.credentials import new_password


def test_a_password_is_of_letters_and_digits_alone_and_never_the_same() -> None:
    made = [new_password() for _ in range(200)]
    assert all(password.isalnum() and len(password) >= 20 for password in made)
    assert len(set(made)) == len(made)

"""What is never kept, whoever said it: card numbers, accounts, passwords, keys, telephone numbers and streets."""

import re

_DIGITS = re.compile(r"(?:\d[ -]?){12,18}\d")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b", re.IGNORECASE)
_PHONE = re.compile(r"(?<![\w.])\+?\(?\d[\d()\s./-]{6,}\d(?!\w)")
_TOKEN = re.compile(
    r"\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{20,}\b|\b(?:sk|pk|ghp|gho|xox[bp]|AKIA|eyJ)[-_]?[A-Za-z0-9]{12,}"
)
_NAMED = re.compile(
    r"\b(?:pass ?words?|passwort|pass ?phrase|passcode|pin(?: code| number)?|api[ -]?keys?|secret key|access key|private key|access token|cvv|cvc|"
    r"social security|ssn|security code|login code|seed phrase|recovery (?:code|phrase)|otp|passport number|credit card|debit card|card number|bank account|"
    r"account number|sort code|routing number|wi-?fi code|door code|alarm code|combination)\b",
    re.IGNORECASE,
)
_STREET = re.compile(
    r"\b\d{1,5}[a-z]?,? (?:[A-Z][\w'-]+ ){1,3}(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|square|place|way|boulevard|blvd|close|crescent|terrace)\b"
    r"|\b[A-ZÄÖÜ][\w-]+(?:straße|strasse|str\.|weg|platz|gasse|laan|straat) \d{1,4}\b|\b(?:rua|rue|calle|via|avenida|praça) (?:[A-Z]?[\w']+ ){1,4}\d{1,4}\b|\b\w+ \w+ (?:street|road|avenue|lane) \d{1,4}\b"
    r"|\b[\w.+-]+@[\w-]+\.[\w.]+\b",
    re.IGNORECASE,
)


def has_secret(text: str) -> bool:
    if any(pattern.search(text) for pattern in (_NAMED, _IBAN, _TOKEN, _STREET)):
        return True
    if any(_is_card(match[0]) for match in _DIGITS.finditer(text)):
        return True
    return any(sum(char.isdigit() for char in match[0]) >= 7 for match in _PHONE.finditer(text))


def _is_card(written: str) -> bool:
    digits = [int(char) for char in written if char.isdigit()]
    doubled = [digit if place % 2 == 0 else sum(divmod(digit * 2, 10)) for place, digit in enumerate(reversed(digits))]
    return sum(doubled) % 10 == 0

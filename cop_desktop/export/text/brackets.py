"""Which brackets pair up, and what turns round in right-to-left text (Unicode 15)."""

_OPENERS = (  # BidiBrackets.txt; the closing bracket is the next code point unless named below
    "28 5B 7B F3A F3C 169B 2045 207D 208D 2308 230A 2329 2768 276A 276C 276E 2770 2772 2774 27C5"
    " 27E6 27E8 27EA 27EC 27EE 2983 2985 2987 2989 298B 298D 298F 2991 2993 2995 2997 29D8 29DA"
    " 29FC 2E22 2E24 2E26 2E28 2E55 2E57 2E59 2E5B 3008 300A 300C 300E 3010 3014 3016 3018 301A"
    " FE59 FE5B FE5D FF08 FF3B FF5B FF5F FF62"
)
_APART = {"[": "]", "{": "}", "\uff3b": "\uff3d", "\uff5b": "\uff5d"} | {
    "\u298d": "\u2990",
    "\u298f": "\u298e",
}

CLOSING = {
    opener: _APART.get(opener, chr(ord(opener) + 1))
    for opener in (chr(int(code, 16)) for code in _OPENERS.split())
}
CANONICAL = {"\u232a": "\u3009"}  # equal under NFC, so they close each other's openers
CLOSERS = frozenset(CLOSING.values()) | frozenset(CANONICAL.values())

_SIGNS = ["<>", "«»", "‹›", "≤≥", "≪≫", "∈∋", "⊂⊃", "⊆⊇", "≺≻"]
MIRROR = {a: b for pair in (*CLOSING.items(), *_SIGNS) for a, b in (pair, pair[::-1])}

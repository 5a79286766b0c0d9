"""Words for numbers, currencies and units of measure, and what they are worth."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
VALUES = {word: number for number, word in enumerate(_SMALL.split())}
VALUES |= {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9,
}  # fmt: skip
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
NTH = {word: number for number, word in enumerate(_ORDINALS.split(), start=1)}
# How many "a few" are: at least two, and hardly ten.
LOOSE: dict[str, tuple[float, float]] = {
    "a few": (2, 9),
    "several": (3, 12),
    "a couple of": (2, 3),
    "dozens of": (24, 200),
    "hundreds of": (200, 2000),
    "thousands of": (2000, 2e4),
}

_CURRENCIES = {
    "USD": "$ us$ usd dollar dollars",
    "EUR": "€ eur euro euros",
    "GBP": "£ gbp pound pounds",
    "JPY": "¥ jpy yen",
    "INR": "₹ inr rupee rupees",
    "CHF": "chf franc francs",
    "CNY": "cny yuan",
    "PLN": "pln zloty zlotys",
    "RUB": "rub rouble roubles ruble rubles",
    # Of several countries; ISO 4217 keeps codes with X for what is of none.
    "XKR": "crown crowns krona kronor krone kroner",
    "XPS": "peso pesos",
    "XSH": "shilling shillings",
}
CURRENCIES = frozenset(_CURRENCIES)
CURRENCY_OF = {name: code for code, names in _CURRENCIES.items() for name in names.split()}
_UNITS: dict[str, dict[str, float]] = {
    "time": {
        "second seconds sec secs": 1,
        "minute minutes min mins": 60,
        "hour hours hr hrs h": 3600,
        "day days": 86400,
        "week weeks": 7 * 86400,
        "month months": 30.44 * 86400,
        "year years": 365.25 * 86400,
        "decade decades": 10 * 365.25 * 86400,
        "century centuries": 100 * 365.25 * 86400,
    },
    "length": {
        "mm millimetre millimetres millimeter millimeters": 0.001,
        "cm centimetre centimetres centimeter centimeters": 0.01,
        "m metre metres meter meters": 1,
        "km kilometre kilometres kilometer kilometers": 1000,
        "inch inches": 0.0254,
        "ft foot feet": 0.3048,
        "yd yard yards": 0.9144,
        "mile miles mi": 1609.344,
    },
    "mass": {
        "mg milligram milligrams": 1e-6,
        "g gram grams gramme grammes": 0.001,
        "kg kilo kilos kilogram kilograms": 1,
        "tonne tonnes": 1000,
        "lb lbs": 0.45359,
        "oz ounce ounces": 0.02835,
    },
    "speed": {"km/h kph kmh": 1, "mph": 1.609344},
    "area": {
        "sqm m²": 1,
        "hectare hectares ha": 1e4,
        "acre acres": 4046.86,
        "km²": 1e6,
    },
    "volume": {"ml millilitre millilitres": 0.001, "litre litres liter liters": 1},
    "data": {"mb megabyte megabytes": 1, "gb gigabyte gigabytes": 1000, "tb terabyte terabytes": 1e6},
    "temperature": {"°c celsius": 1},
    "rating": {"star stars": 1},
}
UNIT_OF = {
    name: (dimension, factor)
    for dimension, units in _UNITS.items()
    for names, factor in units.items()
    for name in names.split()
}

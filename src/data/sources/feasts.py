"""Writes src/dates/holidays/years.rs: feasts whose days no short rule gives.

    pip install holidays==0.109 hijridate==2.6.0
    python src/data/sources/feasts.py > src/dates/holidays/years.rs

Both packages are MIT; only dates, which are facts, are read out of them: the lengths of the months of
the Umm al-Qura calendar from `hijridate`, the rest from `holidays`.
"""

import datetime
import warnings

from hijridate import Hijri
from holidays import country_holidays
from holidays.calendars.chinese import _ChineseLunisolar as Chinese
from holidays.calendars.hindu import _HinduLunisolar as Hindu

warnings.simplefilter("ignore")

WIDE, INDIAN, SET, HIJRI = (1950, 2100), (2001, 2035), (2001, 2026), (1369, 1500)


def as_set(country, word, subdivision=None):
    """The days of that name as a country has set them, without those that stand for Sundays."""
    days = country_holidays(country, subdivision, range(SET[0], SET[1] + 1), language="en_US")
    found = {}
    for day, name in sorted(days.items()):
        if word in name and "(" not in name:
            found.setdefault(day.year, (day.month, day.day))
    return found


FEASTS = [
    ("BUDDHAS_BIRTHDAY", WIDE, Chinese.BUDDHA_BIRTHDAY_DATES, "The 8th day of the 4th Chinese month."),
    ("DOUBLE_NINTH", WIDE, Chinese.DOUBLE_NINTH_DATES, "The 9th day of the 9th Chinese month."),
    ("DRAGON_BOAT", WIDE, Chinese.DRAGON_BOAT_DATES, "The 5th day of the 5th Chinese month."),
    ("LUNAR_NEW_YEAR", WIDE, Chinese.LUNAR_NEW_YEAR_DATES, "The first day of the Chinese year."),
    ("MID_AUTUMN", WIDE, Chinese.MID_AUTUMN_DATES, "The 15th day of the 8th Chinese month."),
    ("VESAK", SET, as_set("SG", "Vesak"), "The birth of the Buddha as Singapore keeps it."),
    ("THAIPUSAM", SET, as_set("MY", "Thaipusam", "PNG"), "The full moon of Thai, as Malaysia keeps it."),
    ("DIWALI", INDIAN, Hindu.DIWALI_INDIA_DATES, "The feast of lights as India keeps it."),
]
INDIA = {
    "BASANT_PANCHAMI": "The fifth of Magha.",
    "BUDDHA_PURNIMA": "The birth of the Buddha as India keeps it.",
    "CHAITRA_NAVRATRI": "The first of nine nights in spring.",
    "CHHATH_PUJA": "The main day of Chhath.",
    "DUSSEHRA": "The victory of Rama.",
    "GANESH_CHATURTHI": "The birth of Ganesha.",
    "GOVARDHAN_PUJA": "The day after Diwali, or the next.",
    "GUDI_PADWA": "New year in Maharashtra, the Deccan and Kashmir.",
    "GURU_NANAK_JAYANTI": "The birth of Guru Nanak.",
    "GURU_PURNIMA": "The day of teachers.",
    "HANUMAN_JAYANTI": "The birth of Hanuman.",
    "HOLI": "The feast of colours.",
    "JANMASHTAMI": "The birth of Krishna.",
    "KARWA_CHAUTH": "The fast of wives.",
    "MAHAVIR_JAYANTI": "The birth of Mahavira.",
    "MAHA_ASHTAMI": "The eighth day of Durga.",
    "MAHA_SHIVARATRI": "The great night of Shiva.",
    "MAKAR_SANKRANTI": "The sun enters Capricorn.",
    "ONAM": "The harvest feast of Kerala.",
    "PONGAL": "The harvest feast of the Tamils.",
    "RAKSHA_BANDHAN": "The day of brothers and sisters.",
    "RAM_NAVAMI": "The birth of Rama.",
    "RATH_YATRA": "The cars of Puri.",
    "SHARAD_NAVRATRI": "The first of nine nights in autumn.",
    "VAISAKHI": "New year in the Punjab.",
    "VISHU": "New year in Kerala.",
}
FEASTS += [(n, INDIAN, getattr(Hindu, n + "_DATES"), note) for n, note in INDIA.items()]


def of_year(month, day):
    """Days from 1 January of a year without a leap day; a leap year's days count as their date."""
    return datetime.date(2001, month, day).timetuple().tm_yday - 1


def feast(name, years, dates, note):
    days = {y: of_year(*dates[y]) for y in range(years[0], years[1] + 1) if y in dates}
    first = min(days.values())
    month, day = (datetime.date(2001, 1, 1) + datetime.timedelta(first)).timetuple()[1:3]
    text = "".join(
        chr(35 + days[y] - first) if y in days else "!" for y in range(years[0], years[1] + 1)
    )
    assert max(days.values()) - first < 57, name
    print(f'\n/// {note}\n#[rustfmt::skip]')
    print(f"pub static {name}: Years = Years::new({years[0]}, {month}, {day}, b\"\\")
    for i in range(0, len(text), 90):
        end = "\\" if i + 90 < len(text) else '");'
        print("    " + text[i : i + 90] + end)


print("//! Days of feasts, year by year. Made by `src/data/sources/feasts.py`; edit that.")
print()
print("use super::moving::Years;")
for row in FEASTS:
    feast(*row)
first = Hijri(HIJRI[0], 1, 1).to_gregorian()
print(f"\n/// The first day of the Hijri year {HIJRI[0]}: year, month and day.")
print(f"pub const HIJRI_FROM: (i32, u8, u8) = ({first.year}, {first.month}, {first.day});")
print("\n/// The first year of [`HIJRI`].")
print(f"pub const HIJRI_YEAR: i32 = {HIJRI[0]};")
print("\n/// The months of the Umm al-Qura calendar that have 30 days, the first month in the lowest bit;")
print("/// the others have 29.")
print("#[rustfmt::skip]")
print(f"pub static HIJRI: [u16; {HIJRI[1] - HIJRI[0] + 1}] = [")
masks = []
for year in range(HIJRI[0], HIJRI[1] + 1):
    lengths = [Hijri(year, m, 1).month_length() for m in range(1, 13)]
    assert set(lengths) <= {29, 30}
    masks.append(sum((n == 30) << i for i, n in enumerate(lengths)))
for i in range(0, len(masks), 12):
    print("    " + " ".join(f"0x{m:03x}," for m in masks[i : i + 12]))
print("];")

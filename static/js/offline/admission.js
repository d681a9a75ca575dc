// The rules of lip/conference/rules/admission.py once more, for a device without network.
// One table of cases is run through both (tests/lip/conference/rules/admission_cases.py).
// Moments are milliseconds, days are texts like 2026-11-24.

export function doorsNow(days, now, zone) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(now);
  const open = days.find((doors) => doors.open <= now && now <= doors.close);
  return open ?? days.find((doors) => doors.day === today) ?? null;
}

export function admit({ days, doors, now, cancelled, waiting, onlyOn, arrival, calledOff }) {
  if (arrival) return { outcome: arrival.out ? "out" : "inside", arrival };
  if (calledOff) return { outcome: "called_off" };
  if (cancelled) return { outcome: "cancelled" };
  if (waiting) return { outcome: "waiting_list" };
  if (!doors) return { outcome: "other_day", day: onlyOn ?? nextDay(days, now) };
  if (onlyOn && onlyOn !== doors.day) return { outcome: "other_day", day: onlyOn };
  if (now < doors.open) return { outcome: "early", at: doors.open };
  if (now > doors.close) return { outcome: "late", at: doors.close };
  return { outcome: "welcome" };
}

function nextDay(days, now) {
  const coming = days.filter((doors) => doors.open > now).map((doors) => doors.day);
  return coming.sort()[0] ?? days.map((doors) => doors.day).sort().at(-1) ?? null;
}

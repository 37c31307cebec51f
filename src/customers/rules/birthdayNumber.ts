/** `YYYY-MM-DD` or `MM-DD` → month × 100 + day, which sorts like the calendar: `"1990-12-31"` → 1231. */
export function birthdayNumber(birthday: string): number {
  const monthAndDay = birthday.slice(-5);
  return Number(monthAndDay.slice(0, 2)) * 100 + Number(monthAndDay.slice(3));
}

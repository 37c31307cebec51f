/**
 * A date whose local fields are those of UTC, so that date-fns computes without the zone of the host. Only the
 * fields that our calendar touches are turned; date-fns makes its copies with the same class.
 */
export class UtcDate extends Date {
  override getFullYear(): number {
    return this.getUTCFullYear();
  }

  override getMonth(): number {
    return this.getUTCMonth();
  }

  override getDate(): number {
    return this.getUTCDate();
  }

  override setFullYear(year: number, month: number, date: number): number {
    return this.setUTCFullYear(year, month, date);
  }

  override setMonth(month: number, date: number): number {
    return this.setUTCMonth(month, date);
  }
}

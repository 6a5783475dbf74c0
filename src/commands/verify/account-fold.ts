/** Balances of accounts, day by day, as far as the journal has been read. */
export class AccountFold {
  private readonly days = new Map<string, Map<string, number>>();
  /** Everything of the days up to `baseDay`, so that most closes add one day to it only. */
  private readonly base = new Map<string, number>();
  private baseDay = '';

  add(businessDay: string, accountCode: string, amountCents: number): void {
    let day = this.days.get(businessDay);
    if (!day) {
      day = new Map();
      this.days.set(businessDay, day);
    }
    day.set(accountCode, (day.get(accountCode) ?? 0) + amountCents);
    if (businessDay <= this.baseDay) {
      this.base.set(accountCode, (this.base.get(accountCode) ?? 0) + amountCents);
    }
  }

  movementOn(businessDay: string): ReadonlyMap<string, number> {
    return this.days.get(businessDay) ?? new Map<string, number>();
  }

  balancesAt(businessDay: string): ReadonlyMap<string, number> {
    if (businessDay < this.baseDay) return this.sumUpTo(businessDay, '', new Map());
    this.sumUpTo(businessDay, this.baseDay, this.base);
    this.baseDay = businessDay;
    return this.base;
  }

  private sumUpTo(day: string, after: string, sums: Map<string, number>): Map<string, number> {
    for (const [one, accounts] of this.days) {
      if (one <= after || one > day) continue;
      for (const [code, cents] of accounts) sums.set(code, (sums.get(code) ?? 0) + cents);
    }
    return sums;
  }
}

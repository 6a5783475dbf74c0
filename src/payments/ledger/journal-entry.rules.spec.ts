import {
  assertBalanced,
  credit,
  debit,
  type JournalEntry,
  journalEntry,
  type Posting,
  reverse,
  transferEntry,
} from './journal-entry.rules';

function posting(accountCode: string, amountCents: number): Posting {
  return { accountCode, amountCents, dimensions: {} };
}

function entryOf(...postings: Posting[]): JournalEntry {
  return { kind: 'sale', postings };
}

describe('a journal entry', () => {
  it('keeps the postings that move something', () => {
    const entry = journalEntry('sale', [
      debit('1010', 3500, { tender: 'cash' }),
      debit('4090', 0),
      credit('4010', 3500, { barberId: 'ana' }),
      credit('2110', 0),
    ]);

    expect(entry).toEqual({
      kind: 'sale',
      postings: [
        { accountCode: '1010', amountCents: 3500, dimensions: { tender: 'cash' } },
        { accountCode: '4010', amountCents: -3500, dimensions: { barberId: 'ana' } },
      ],
    });
  });

  it('is none when nothing moves', () => {
    expect(journalEntry('sale', [])).toBeNull();
    expect(journalEntry('sale', [debit('1010', 0), credit('4010', 0)])).toBeNull();
  });

  it('has postings of amounts from zero', () => {
    expect(Object.is(credit('4010', 0).amountCents, 0)).toBe(true);
    for (const post of [debit, credit]) {
      expect(() => post('1010', -1)).toThrow(expect.objectContaining({ code: 'AMOUNT_INVALID' }));
    }
  });

  it.each<[string, JournalEntry]>([
    ['one posting', entryOf(posting('1010', 1))],
    ['no posting', entryOf()],
    ['a difference', entryOf(posting('1010', 2), posting('4010', -1))],
    ['a posting of zero', entryOf(posting('1010', 0), posting('4010', 0))],
    ['an unknown account', entryOf(posting('1010', 1), posting('4711', -1))],
  ])('is a fault with %s', (_, entry) => {
    expect(() => assertBalanced(entry)).toThrow('Assertion failed');
  });

  it('is refused with an amount that a double does not hold', () => {
    expect(() => assertBalanced(entryOf(posting('1010', 0.5), posting('4010', -0.5)))).toThrow(
      expect.objectContaining({ code: 'AMOUNT_INVALID' }),
    );
  });
});

describe('reverse', () => {
  const sale = entryOf(
    { accountCode: '1010', amountCents: 3500, dimensions: { tender: 'cash' } },
    { accountCode: '4010', amountCents: -3500, dimensions: { barberId: 'ana', lineId: 'cut' } },
  );

  it('negates each posting exactly and keeps what it is about', () => {
    expect(reverse(sale)).toEqual({
      kind: 'reversal',
      postings: [
        { accountCode: '1010', amountCents: -3500, dimensions: { tender: 'cash' } },
        { accountCode: '4010', amountCents: 3500, dimensions: { barberId: 'ana', lineId: 'cut' } },
      ],
    });
  });

  it('leaves the entry as it was', () => {
    const before = structuredClone(sale);

    reverse(sale);

    expect(sale).toEqual(before);
  });

  it('is a fault on a reversal, and on what does not balance', () => {
    expect(() => reverse(reverse(sale))).toThrow('a reversal is not reversed');
    expect(() => reverse(entryOf(posting('1010', 1)))).toThrow('Assertion failed');
  });
});

describe('transferEntry', () => {
  it.each<[string, Parameters<typeof transferEntry>[0]]>([
    ['float', { kind: 'drawer_float', debit: '1010', credit: '1020', amountCents: 20_000 }],
    ['drop', { kind: 'drawer_drop', debit: '1020', credit: '1010', amountCents: 3500 }],
    ['shortage', { kind: 'drawer_difference', debit: '6020', credit: '1010', amountCents: 75 }],
    ['tip payout', { kind: 'tip_payout', debit: '2310:ana', credit: '1010', amountCents: 1255 }],
    ['gift card', { kind: 'gift_card_sale', debit: '1230', credit: '2210', amountCents: 5000 }],
    ['fee', { kind: 'provider_fee', debit: '6010', credit: '1210', amountCents: 326 }],
    ['settlement', { kind: 'settlement', debit: '1110', credit: '1210', amountCents: 5575 }],
    ['no-show', { kind: 'no_show_fee', debit: '2230', credit: '4030', amountCents: 1000 }],
    ['tip refund', { kind: 'refund', debit: '2310:ben', credit: '1210', amountCents: 475 }],
  ])('books a %s', (_, transfer) => {
    const { kind, amountCents } = transfer;

    expect(transferEntry({ ...transfer, dimensions: { tender: 'cash' } })).toEqual({
      kind,
      postings: [
        { accountCode: transfer.debit, amountCents, dimensions: { tender: 'cash' } },
        { accountCode: transfer.credit, amountCents: -amountCents, dimensions: { tender: 'cash' } },
      ],
    });
  });

  it('is none for nothing', () => {
    expect(
      transferEntry({ kind: 'drawer_difference', debit: '6020', credit: '1010', amountCents: 0 }),
    ).toBeNull();
  });
});

import { FIRST_CLOSE_HASH, hashOfClose, sha256 } from '../../reports/day-close/close-hash.rules';
import { moneyOfReport, type ReportedMoney } from '../../reports/report-money.rules';
import type { AccountFold } from './account-fold';
import type { BooksFile, StoredClose } from './books-file';

/** A report as far as it is held against the books. */
interface ClosedReport {
  readonly businessDay: string;
  readonly version: number;
  readonly report: ReportedMoney;
  readonly accounts: readonly {
    readonly code: string;
    readonly movementCents: number;
    readonly balanceCents: number;
  }[];
}

/**
 * What is wrong with a close; null: nothing. The journal must have been read up to its last entry
 * and no further.
 */
export function faultOfClose(
  file: BooksFile,
  close: StoredClose,
  so: {
    readonly far: AccountFold;
    readonly lastEntry: { readonly number: number; readonly hash: string };
    readonly number: number;
    readonly previousHash: string | null;
  },
): string | null {
  const { lastEntry } = so;
  if (close.number !== so.number) return `close ${so.number} is missing before it`;
  if (close.lastEntryNumber !== lastEntry.number || close.lastEntryHash !== lastEntry.hash) {
    return `it was closed after entry ${close.lastEntryNumber}, which is not there any more`;
  }
  if (close.previousHash !== (so.previousHash ?? FIRST_CLOSE_HASH)) {
    return 'it does not follow the close before: one of the two was replaced';
  }
  if (sha256(close.report) !== close.reportSha256) return 'its report was changed';
  if (hashOfClose(close.previousHash, close) !== close.hash) return 'its hash is of something else';
  return faultOfFiles(file, close) ?? faultOfFigures(file, close, so.far);
}

function faultOfFiles(file: BooksFile, close: StoredClose): string | null {
  for (const { format, sha256: expected, bodyBase64 } of file.filesOf(close.closeId)) {
    const actual = sha256(Buffer.from(bodyBase64, 'base64'));
    const isReport = format !== 'json' || actual === close.reportSha256;
    if (actual !== expected || !isReport) return `its ${format} file was changed`;
  }
  return null;
}

/** Recounts from the postings what the report says of money. */
function faultOfFigures(file: BooksFile, close: StoredClose, far: AccountFold): string | null {
  const stored = JSON.parse(close.report) as ClosedReport;
  const recounted = moneyOfReport(file.sumsOf(close));
  for (const [name, value] of Object.entries(recounted)) {
    const reported = stored.report[name as keyof ReportedMoney];
    const shown = name === 'barbers' ? moneyOfBarbers(stored.report) : reported;
    if (JSON.stringify(shown) !== JSON.stringify(value)) {
      return `"${name}" of its report is not what its postings add up to`;
    }
  }
  const movements = far.movementOn(close.businessDay);
  const balances = far.balancesAt(close.businessDay);
  const wrong = stored.accounts.find(
    ({ code, movementCents, balanceCents }) =>
      (movements.get(code) ?? 0) !== movementCents || (balances.get(code) ?? 0) !== balanceCents,
  );
  if (wrong) return `account ${wrong.code} of its report is not what its postings add up to`;
  if (stored.accounts.length !== balances.size) return 'an account is missing in its report';
  return null;
}

function moneyOfBarbers(report: ReportedMoney): ReportedMoney['barbers'] {
  return report.barbers
    .map(({ barberId, commissionCents, tipCents }) => ({ barberId, commissionCents, tipCents }))
    .filter(({ commissionCents, tipCents }) => commissionCents !== 0 || tipCents !== 0)
    .sort((a, b) => (a.barberId < b.barberId ? -1 : 1));
}

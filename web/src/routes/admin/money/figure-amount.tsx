import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import css from '../admin.module.css';
import type { Figure } from './figure-sheet';

interface FigureAmountProps {
  readonly figure: Figure;
  readonly cents: number;
  readonly region: Region;
  /** Absent for whoever may not see the books. */
  readonly onOpen: ((figure: Figure) => void) | undefined;
}

/** A sum of the books; pressed, it tells where it comes from. */
export function FigureAmount({ figure, cents, region, onOpen }: FigureAmountProps) {
  const { t } = useWords('books');
  const amount = money(cents, region);
  if (!onOpen) return amount;
  return (
    <button
      type="button"
      className={css.figure}
      aria-label={t('showPostings', { figure: figure.name, amount })}
      onClick={() => onOpen(figure)}
    >
      {amount}
    </button>
  );
}

import type { Order } from '../../lib/api/types';
import { money, percent, type Region } from '../../lib/format/format';
import css from './payments.module.css';

interface Preset {
  readonly choice: 'percent' | 'amount' | 'round_up' | 'none';
  readonly amountCents: number;
  readonly basisPoints: number;
  readonly toCents?: number;
}

interface TipButtonsProps {
  readonly presets: readonly Preset[];
  readonly tip: Order['tip'];
  readonly region: Region;
  readonly legend: string;
  readonly words: { readonly none: string; readonly roundUp: string };
  readonly isBusy: boolean;
  readonly onChoose: (tip: Order['tip']) => void;
}

function tipOf({ choice, basisPoints, amountCents, toCents }: Preset): Order['tip'] {
  switch (choice) {
    case 'percent':
      return { kind: 'percent', basisPoints };
    case 'amount':
      return { kind: 'amount', amountCents };
    case 'round_up':
      return { kind: 'round_up', toCents: toCents ?? 0 };
    case 'none':
      return { kind: 'none' };
  }
}

function isSame(a: Order['tip'], b: Order['tip']): boolean {
  if (a.kind === 'percent' && b.kind === 'percent') return a.basisPoints === b.basisPoints;
  if (a.kind === 'amount' && b.kind === 'amount') return a.amountCents === b.amountCents;
  if (a.kind === 'round_up' && b.kind === 'round_up') return a.toCents === b.toCents;
  return a.kind === 'none' && b.kind === 'none';
}

/** Every tip with its part and its money. "No tip" is as large as the others, and one press. */
export function TipButtons(props: TipButtonsProps) {
  const { presets, tip, region, legend, words, isBusy, onChoose } = props;
  const nameOf = ({ choice, basisPoints, amountCents }: Preset) => {
    if (choice === 'none') return words.none;
    if (choice === 'round_up') return words.roundUp;
    return choice === 'percent' ? percent(basisPoints, region) : money(amountCents, region);
  };
  const detailOf = ({ choice, basisPoints, amountCents }: Preset) => {
    if (choice === 'none') return null;
    return choice === 'amount' ? percent(basisPoints, region) : money(amountCents, region);
  };
  return (
    <fieldset className={css.tips}>
      <legend className={css.legend}>{legend}</legend>
      {presets.map((preset) => {
        const wanted = tipOf(preset);
        const detail = detailOf(preset);
        return (
          <button
            key={JSON.stringify(wanted)}
            type="button"
            className={css.tipButton}
            aria-pressed={isSame(tip, wanted)}
            disabled={isBusy}
            onClick={() => onChoose(wanted)}
          >
            <strong>{nameOf(preset)}</strong>
            {detail && <span className="numbers"> {detail}</span>}
          </button>
        );
      })}
    </fieldset>
  );
}

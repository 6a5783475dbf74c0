import { useState } from 'react';
import { basisPointsOf, percentInputOf } from '../../../lib/format/percent-input';
import { useWords } from '../../../lib/i18n/use-words';
import { SelectField, TextField } from '../../../ui/base/field';

interface Taxed {
  readonly taxBasisPoints: number | null;
  readonly priceIncludesTax: boolean | null;
}

const SHOWN = { shop: null, included: true, added: false } as const;
type Shown = keyof typeof SHOWN;

function shownOf(includes: boolean | null): Shown {
  if (includes === null) return 'shop';
  return includes ? 'included' : 'added';
}

/** The tax of one thing, where it is not that of the shop. */
export function useOwnTax(item: Taxed | null) {
  const [rate, setRate] = useState(
    typeof item?.taxBasisPoints === 'number' ? percentInputOf(item.taxBasisPoints) : '',
  );
  const [shown, setShown] = useState<Shown>(shownOf(item?.priceIncludesTax ?? null));
  const taxBasisPoints = rate.trim() === '' ? null : basisPointsOf(rate);
  const isValid = rate.trim() === '' || taxBasisPoints !== null;
  return {
    isValid,
    values: { taxBasisPoints, priceIncludesTax: SHOWN[shown] },
    field: { rate, setRate, shown, setShown, isValid },
  };
}

export function OwnTaxFields(props: ReturnType<typeof useOwnTax>['field']) {
  const { rate, setRate, shown, setShown, isValid } = props;
  const { t } = useWords('manage');
  const bad = useWords('admin').t('badPrice');
  return (
    <>
      <TextField
        label={t('ownTax')}
        hint={t('ownTaxHint')}
        inputMode="decimal"
        value={rate}
        problem={isValid ? undefined : bad}
        onChange={(event) => setRate(event.target.value)}
      />
      <SelectField
        label={t('taxShown')}
        value={shown}
        onChange={(event) => setShown(event.target.value as Shown)}
      >
        <option value="shop">{t('taxAsShop')}</option>
        <option value="included">{t('taxIncluded')}</option>
        <option value="added">{t('taxAdded')}</option>
      </SelectField>
    </>
  );
}

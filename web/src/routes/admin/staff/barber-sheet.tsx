import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import { failureText } from '../../../lib/api/failure-text';
import type { StaffBarber } from '../../../lib/api/types';
import { basisPointsOf, percentInputOf } from '../../../lib/format/percent-input';
import { useWords } from '../../../lib/i18n/use-words';
import { randomKey } from '../../../lib/random-key';
import { Button } from '../../../ui/base/button';
import { TextField } from '../../../ui/base/field';
import { Notice } from '../../../ui/base/notice';
import { Sheet } from '../../../ui/base/sheet';
import { Switch } from '../../../ui/base/switch';
import css from '../admin.module.css';
import { wordsOf } from '../word-list';

interface BarberSheetProps {
  readonly barber: StaffBarber | null;
  readonly onClose: () => void;
}

/** Takes a barber on, or changes one. */
export function BarberSheet({ barber, onClose }: BarberSheetProps) {
  const { t } = useWords('admin');
  const client = useQueryClient();
  const [key] = useState(randomKey);
  const [name, setName] = useState(barber?.name ?? '');
  const [code, setCode] = useState(barber?.code ?? '');
  const [skills, setSkills] = useState(barber?.skills.join(', ') ?? '');
  const [share, setShare] = useState(percentInputOf(barber?.commissionBasisPoints ?? 5000));
  const [isActive, setActive] = useState(barber?.isActive ?? true);
  const [pin, setPin] = useState('');
  const commissionBasisPoints = basisPointsOf(share);
  const save = useMutation({
    mutationFn: async () => {
      const fields = {
        name: name.trim(),
        code: code.trim(),
        skills: wordsOf(skills),
        ...(commissionBasisPoints !== null && { commissionBasisPoints }),
      };
      const saved = barber
        ? dataOf(
            await api.PATCH('/v1/barbers/{barberId}', {
              params: { path: { barberId: barber.id } },
              body: { ...fields, isActive, expectedVersion: barber.version },
            }),
          )
        : dataOf(
            await api.POST('/v1/barbers', {
              params: { header: { 'Idempotency-Key': key } },
              body: fields,
            }),
          );
      if (pin) {
        await api.PUT('/v1/barbers/{barberId}/pin', {
          params: { path: { barberId: saved.id } },
          body: { pin },
        });
      }
    },
    onSuccess: onClose,
    onSettled: () => client.invalidateQueries({ queryKey: ['barbers'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (commissionBasisPoints !== null) save.mutate();
  };
  return (
    <Sheet title={barber?.name ?? t('addBarber')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        {save.error && <Notice kind="bad">{failureText(save.error)}</Notice>}
        <TextField
          label={t('name')}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextField
          label={t('code')}
          required
          maxLength={20}
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <TextField
          label={t('commissionShare')}
          inputMode="decimal"
          value={share}
          problem={commissionBasisPoints === null ? t('badPrice') : undefined}
          onChange={(event) => setShare(event.target.value)}
        />
        <TextField
          label={t('skills')}
          hint={t('skillsHint')}
          value={skills}
          onChange={(event) => setSkills(event.target.value)}
        />
        <TextField
          label={t('pin')}
          hint={barber ? t('pinEmpty') : t('pinHint')}
          inputMode="numeric"
          autoComplete="off"
          pattern="\d{4,8}"
          title={t('pinHint')}
          value={pin}
          onChange={(event) => setPin(event.target.value)}
        />
        {barber && <Switch label={t('active')} isOn={isActive} onChange={setActive} />}
        <Button kind="primary" size="l" type="submit" isBusy={save.isPending}>
          {t('common:save')}
        </Button>
      </form>
    </Sheet>
  );
}

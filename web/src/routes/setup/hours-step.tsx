import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { HoursEditor } from '../../features/shop/hours-editor';
import { useShop } from '../../features/shop/staff-shop';
import { api } from '../../lib/api/anonymous';
import { dataOf } from '../../lib/api/client';
import type { Shop } from '../../lib/api/types';
import { useWords } from '../../lib/i18n/use-words';
import { Waiting } from '../../ui/base/waiting';
import { StepForm } from './step-form';

export function HoursStep({ onDone }: { readonly onDone: () => void }) {
  const { t, i18n } = useWords('setup');
  const client = useQueryClient();
  const shop = useShop().data;
  const [changed, setChanged] = useState<Shop['openingHours'] | null>(null);
  const save = useMutation({
    mutationFn: async (openingHours: Shop['openingHours']) =>
      dataOf(await api.PATCH('/v1/shop', { body: { openingHours } })),
    onSuccess: (updated) => {
      client.setQueryData(['shop'], updated);
      onDone();
    },
  });
  if (!shop) return <Waiting lines={7} />;
  const hours = changed ?? shop.openingHours;
  return (
    <StepForm
      title={t('hoursTitle')}
      lead={t('hoursLead')}
      error={save.error}
      isBusy={save.isPending}
      onSubmit={() => save.mutate(hours)}
    >
      <HoursEditor hours={hours} locale={i18n.language} onChange={setChanged} />
    </StepForm>
  );
}

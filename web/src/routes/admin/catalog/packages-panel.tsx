import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Package, Service } from '../../../lib/api/types';
import { money, type Region } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { Section } from '../../../ui/base/section';
import css from '../admin.module.css';
import { PackageSheet } from './package-sheet';

interface PackagesPanelProps {
  readonly services: readonly Service[];
  readonly region: Region;
}

/** Services that cost less together. */
export function PackagesPanel({ services, region }: PackagesPanelProps) {
  const { t } = useWords('manage');
  const admin = useWords('admin').t;
  const [open, setOpen] = useState<Package | 'new' | null>(null);
  const packages = useQuery({
    queryKey: ['packages'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/packages', { params: { query: { limit: 100 } } })).items,
  }).data;
  const nameOf = (id: string) => services.find((one) => one.id === id)?.name ?? '–';
  return (
    <Section
      title={t('packages')}
      aside={<Button onClick={() => setOpen('new')}>{t('addPackage')}</Button>}
    >
      {packages?.length === 0 && <p className={css.soft}>{t('noPackages')}</p>}
      {packages && packages.length > 0 && (
        <DataTable<Package>
          label={t('packages')}
          rows={packages}
          keyOf={({ id }) => id}
          columns={[
            { title: admin('name'), cell: ({ name }) => name },
            {
              title: t('packageServices'),
              cell: ({ serviceIds }) => serviceIds.map(nameOf).join(', '),
            },
            {
              title: admin('price'),
              isNumber: true,
              cell: ({ priceCents }) => money(priceCents, region),
            },
            {
              title: admin('offered'),
              cell: ({ isActive }) => (isActive ? admin('offered') : admin('notOffered')),
            },
            {
              title: admin('edit'),
              cell: (one) => (
                <Button aria-label={`${admin('edit')}: ${one.name}`} onClick={() => setOpen(one)}>
                  {admin('edit')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {open && (
        <PackageSheet
          bundle={open === 'new' ? null : open}
          services={services}
          region={region}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

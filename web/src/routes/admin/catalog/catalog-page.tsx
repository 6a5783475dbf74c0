import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useServices, useShop } from '../../../features/shop/staff-shop';
import { api } from '../../../lib/api/anonymous';
import { dataOf } from '../../../lib/api/client';
import type { Product, Service } from '../../../lib/api/types';
import { money } from '../../../lib/format/format';
import { useWords } from '../../../lib/i18n/use-words';
import { Button } from '../../../ui/base/button';
import { DataTable } from '../../../ui/base/data-table';
import { Section } from '../../../ui/base/section';
import { Waiting } from '../../../ui/base/waiting';
import css from '../admin.module.css';
import { CatalogNav } from './catalog-nav';
import { PackagesPanel } from './packages-panel';
import { ProductSheet } from './product-sheet';
import { ServiceSheet } from './service-sheet';

type Open =
  | { readonly kind: 'service'; readonly service: Service | null }
  | { readonly kind: 'product'; readonly product: Product | null };

/** What is sold, and for how much. */
export function CatalogPage() {
  const { t } = useWords('admin');
  const shop = useShop().data;
  const services = useServices().data;
  const products = useQuery({
    queryKey: ['products'],
    queryFn: async () =>
      dataOf(await api.GET('/v1/products', { params: { query: { limit: 100 } } })).items,
  }).data;
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  if (!shop || !services || !products) return <Waiting lines={5} />;
  const offered = (isActive: boolean) => (isActive ? t('offered') : t('notOffered'));
  return (
    <>
      <h1 className={css.title}>{t('catalogTitle')}</h1>
      <CatalogNav />
      <Section
        title={t('servicesTitle')}
        aside={
          <Button kind="primary" onClick={() => setOpen({ kind: 'service', service: null })}>
            {t('addService')}
          </Button>
        }
      >
        <DataTable<Service>
          label={t('servicesTitle')}
          rows={services}
          keyOf={({ id }) => id}
          columns={[
            { title: t('name'), cell: ({ name }) => name },
            {
              title: t('price'),
              isNumber: true,
              cell: ({ priceCents }) => money(priceCents, shop),
            },
            {
              title: t('minutes'),
              isNumber: true,
              cell: ({ durationMinutes }) => durationMinutes,
            },
            { title: t('skills'), cell: ({ skills }) => skills.join(', ') },
            { title: t('offered'), cell: ({ isActive }) => offered(isActive) },
            {
              title: t('edit'),
              cell: (service) => (
                <Button
                  aria-label={`${t('edit')}: ${service.name}`}
                  onClick={() => setOpen({ kind: 'service', service })}
                >
                  {t('edit')}
                </Button>
              ),
            },
          ]}
        />
      </Section>
      <Section
        title={t('productsTitle')}
        aside={
          <Button onClick={() => setOpen({ kind: 'product', product: null })}>
            {t('addProduct')}
          </Button>
        }
      >
        <DataTable<Product>
          label={t('productsTitle')}
          rows={products}
          keyOf={({ id }) => id}
          columns={[
            { title: t('name'), cell: ({ name }) => name },
            {
              title: t('price'),
              isNumber: true,
              cell: ({ priceCents }) => money(priceCents, shop),
            },
            { title: t('offered'), cell: ({ isActive }) => offered(isActive) },
            {
              title: t('edit'),
              cell: (product) => (
                <Button
                  aria-label={`${t('edit')}: ${product.name}`}
                  onClick={() => setOpen({ kind: 'product', product })}
                >
                  {t('edit')}
                </Button>
              ),
            },
          ]}
        />
      </Section>
      <PackagesPanel services={services} region={shop} />
      {open?.kind === 'service' && (
        <ServiceSheet service={open.service} region={shop} onClose={close} />
      )}
      {open?.kind === 'product' && (
        <ProductSheet product={open.product} region={shop} onClose={close} />
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { ShopMark } from '../theme/shop-mark';
import { useShopLook } from '../theme/use-shop-look';
import css from './page.module.css';
import { Preferences } from './preferences';

interface PageProps {
  readonly name: string | undefined;
  /** The shop's own colour and logo, where the page is the shop's. */
  readonly look?:
    | { readonly accentColour: string | null; readonly logoUrl: string | null }
    | undefined;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** What stays in reach of the thumb. */
  readonly action?: ReactNode;
}

/** A page for one person with a phone: who this is, the matter, one action. */
export function Page({ name, look, aside, children, action }: PageProps) {
  useShopLook(look?.accentColour);
  return (
    <div className={css.page}>
      <header className={css.header}>
        <ShopMark logoUrl={look?.logoUrl} />
        <span className={css.name}>{name ?? 'Barbershop Fusion'}</span>
        {aside && <span className={css.aside}>{aside}</span>}
      </header>
      <main className={css.main}>{children}</main>
      {action && <div className={css.action}>{action}</div>}
      <footer className={css.footer}>
        <Preferences />
      </footer>
    </div>
  );
}

import { Link } from '@tanstack/react-router';
import css from './sub-nav.module.css';

export interface SubPage {
  readonly to: string;
  readonly name: string;
}

interface SubNavProps {
  readonly label: string;
  readonly pages: readonly SubPage[];
}

/** The pages within a page, always in the same place. */
export function SubNav({ label, pages }: SubNavProps) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {pages.map(({ to, name }) => (
        <Link
          key={to}
          to={to}
          className={css.tab}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ 'aria-current': 'page' }}
        >
          {name}
        </Link>
      ))}
    </nav>
  );
}

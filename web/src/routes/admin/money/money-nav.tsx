import { useWords } from '../../../lib/i18n/use-words';
import { useWorkplace } from '../../../lib/staff/workplace-context';
import { SubNav } from '../sub-nav';

/** The pages about money. The journal is the owner's alone. */
export function MoneyNav() {
  const { t } = useWords('books');
  const label = useWords('admin').t('nav.money');
  const isOwner = useWorkplace().me.role === 'owner';
  const pages = [
    { to: '/money', name: t('tabs.day') },
    { to: '/money/close', name: t('tabs.close') },
    { to: '/money/drawers', name: t('tabs.drawers') },
    { to: '/money/payouts', name: t('tabs.payouts') },
    ...(isOwner ? [{ to: '/money/books', name: t('tabs.ledger') }] : []),
  ];
  return <SubNav label={label} pages={pages} />;
}

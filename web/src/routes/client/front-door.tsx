import { useShopNames } from '../../features/shop/public-shop';
import { failureText } from '../../lib/api/failure-text';
import { useWords } from '../../lib/i18n/use-words';
import { Button } from '../../ui/base/button';
import css from './client.module.css';
import { EmptyPage } from './empty-page';
import { JoinPage } from './join-page';

/** Whoever comes without a link: to the one shop there is, or to a choice. */
export function FrontDoor({ go }: { readonly go: (address: string) => void }) {
  const { t } = useWords('customer');
  const { data: shops, error, refetch } = useShopNames();
  if (error) {
    return (
      <EmptyPage title={failureText(error)}>
        <Button onClick={() => void refetch()}>{t('common:tryAgain')}</Button>
      </EmptyPage>
    );
  }
  if (!shops) return <EmptyPage title={t('common:loading')} />;
  const [first] = shops;
  if (!first) return <EmptyPage title={t('noShop')} hint={t('noShopHint')} />;
  if (shops.length === 1) return <JoinPage slug={first.slug} go={go} />;
  return (
    <EmptyPage title={t('chooseShop')}>
      <div className={css.choices}>
        {shops.map(({ slug, name }) => (
          <Button key={slug} size="l" onClick={() => go(`/s/${slug}`)}>
            {name}
          </Button>
        ))}
      </div>
    </EmptyPage>
  );
}

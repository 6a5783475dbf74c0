import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';
import { Button } from './button';
import { Notice } from './notice';

/** A fault in a page says so instead of leaving it blank. */
export class Boundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override readonly state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    const reload = (label: string) => <Button onClick={() => location.reload()}>{label}</Button>;
    return (
      <Translation>
        {(t) => (
          <Notice kind="bad" action={reload(t('reload'))}>
            <strong>{t('brokenTitle')}.</strong> {t('brokenText')}
          </Notice>
        )}
      </Translation>
    );
  }
}

import { failureText } from '../../lib/api/failure-text';
import { Button } from '../../ui/base/button';
import { Notice } from '../../ui/base/notice';
import css from './connect-screen.module.css';
import { type ScreenKind, useScreenLink } from './screen-links';

interface ScreenLinkButtonProps {
  readonly kind: ScreenKind;
  readonly label: string;
}

/** Makes a screen's link when it is wanted, and shows it to be opened or copied. */
export function ScreenLinkButton({ kind, label }: ScreenLinkButtonProps) {
  const link = useScreenLink();
  if (link.data) {
    return (
      <p className={css.link}>
        <a href={link.data} target="_blank" rel="noreferrer">
          {link.data}
        </a>
      </p>
    );
  }
  return (
    <>
      {link.error && <Notice kind="bad">{failureText(link.error)}</Notice>}
      <Button isBusy={link.isPending} onClick={() => link.mutate({ kind, name: label })}>
        {label}
      </Button>
    </>
  );
}

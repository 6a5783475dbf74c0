import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import css from './sheet.module.css';

interface SheetProps {
  readonly title: string;
  /** Room for a table. */
  readonly isLarge?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question in front of the page: from the bottom of a phone, in the middle of anything larger. */
export function Sheet({ title, isLarge, onClose, children }: SheetProps) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={css.sheet}
      data-large={isLarge}
      aria-label={title}
      onClose={onClose}
    >
      <h2>{title}</h2>
      <div className={css.body}>{children}</div>
      <Button kind="quiet" isWide onClick={() => dialog.current?.close()}>
        {t('close')}
      </Button>
    </dialog>
  );
}

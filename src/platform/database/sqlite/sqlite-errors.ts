/** SQLite's name for what went wrong, or null when the error is not the database's. */
export function codeOfSqliteError(error: unknown): string | null {
  // Not by class: the driver makes its errors in the realm that loaded it first.
  const code = (error as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : null;
}

/** Another connection holds the lock; trying again later may work. */
export function isBusy(error: unknown): boolean {
  return codeOfSqliteError(error)?.startsWith('SQLITE_BUSY') ?? false;
}

/** The file, not the statement, is at fault: disk full, read-only, torn or unreadable. */
export function isOutOfService(error: unknown): boolean {
  const code = codeOfSqliteError(error);
  return code !== null && /^SQLITE_(FULL|IOERR|READONLY|CORRUPT|NOTADB|CANTOPEN|NOMEM)/.test(code);
}

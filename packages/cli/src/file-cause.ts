const words: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  ENOSPC: 'no space is left',
  EFBIG: 'the file would become too large',
  EDQUOT: 'the disk quota is used up',
  EIO: 'the device failed',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'symbolic links lead in a circle',
  EMFILE: 'too many files are open',
};

/** Why a file operation failed, in words that fit into brackets. */
export function fileCause(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = errorCode(error);
  return (code === undefined ? undefined : words[code]) ?? code ?? error.message;
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Why the system refuses something, in words. Imports nothing. */

const words: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EBUSY: 'something else holds it, such as a mount',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'it exists already',
  EFBIG: 'the file would be larger than the system allows',
  EINVAL: 'the system does not allow that here',
  EIO: 'the device reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  ENFILE: 'too many files are open in the system',
  ENODEV: 'there is no such device',
  ENOENT: 'no such file or folder',
  ENOMEM: 'the memory is used up',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is no folder',
  ENOTEMPTY: 'the folder is not empty',
  ENXIO: 'there is no such device',
  EPERM: 'not permitted',
  EROFS: 'the file system is read-only',
  ETXTBSY: 'it is a program that runs',
  EXDEV: 'it is on another file system',
  ERR_FS_FILE_TOO_LARGE: 'the file is larger than 2 GiB',
  ERR_STRING_TOO_LONG: 'the text is longer than JavaScript can hold',
};

export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** `ENOSPC (the disk is full)`; the error's own message where it is not the system's. */
export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  if (code !== undefined && Object.hasOwn(words, code)) return `${code} (${words[code]})`;
  return error instanceof Error ? error.message : String(error);
}

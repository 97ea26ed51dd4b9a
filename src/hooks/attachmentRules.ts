/** The largest image file that is taken, in bytes: 50 MiB. What is sent of it is far smaller. */
export const maxImageBytes: number = 50 * 1024 * 1024;

/** The largest text file that is taken, in bytes: 5 MiB, which is more than models read. */
export const maxTextBytes: number = 5 * 1024 * 1024;

/** What the host is told while it stores a file. */
export interface UploadOptions {
  /** Aborts when the attachment is removed, or the chat goes away. */
  signal: AbortSignal;
  /** To be called with how far it is, from 0 to 1. */
  onProgress: (progress: number) => void;
}

/**
 * Stores a file and resolves to its address: what the message then holds instead of the bytes. Images come as the copy that
 * would be sent, upright and without metadata. What it rejects with is said to the person, who may try again.
 */
export type UploadFile = (
  file: File,
  options: UploadOptions,
) => Promise<string | { url: string; mediaType?: string | undefined }>;

/** What can be attached, in detail. */
export interface AttachmentOptions {
  /**
   * Media types (`application/pdf`), groups of them (`image/*`) and endings (`.docx`), as an `<input accept>` takes them; `*`
   * is everything. Default: images, PDFs and text.
   */
  accept?: readonly string[] | undefined;
  /** Most files of one message. Default: no limit. */
  maxFiles?: number | undefined;
  /** Most bytes of one file. Default: 50 MiB, which is the most for images, and 5 MiB, the most for text. */
  maxFileSize?: number | undefined;
  /** Where files are stored. Default: nowhere, the message holds their bytes. */
  upload?: UploadFile | undefined;
  /** Whether a long text that is pasted becomes an attachment, where text can be attached. Default: true. */
  longPastes?: boolean | undefined;
}

/** Whether anything can be attached, which media types, or the same in detail. */
export type AllowAttachments = boolean | readonly string[] | AttachmentOptions;

/** What can be attached, with nothing left out but what has no limit. */
export interface AttachmentRules extends AttachmentOptions {
  accept: readonly string[];
  longPastes: boolean;
}

const usual: readonly string[] = ["image/*", "application/pdf", "text/*", "application/json"];

/** The rules in full; `undefined` where nothing can be attached. */
export function attachmentRules(allow: AllowAttachments): AttachmentRules | undefined {
  if (allow === false) return undefined;
  const given: AttachmentOptions =
    allow === true ? {} : "length" in allow ? { accept: allow } : allow;
  const rules = { ...given, accept: given.accept ?? usual, longPastes: given.longPastes ?? true };
  return rules.accept.length > 0 ? rules : undefined;
}

/** Whether a file fits one of the patterns. `mediaTypes`: what it is, and what else it may be called. */
export function isAccepted(
  accept: readonly string[],
  name: string,
  mediaTypes: readonly string[],
): boolean {
  return accept.some((given) => {
    const pattern = given.trim().toLowerCase();
    if (pattern === "*" || pattern === "*/*") return true;
    if (pattern.startsWith(".")) return name.toLowerCase().endsWith(pattern);
    const group = pattern.endsWith("/*") ? pattern.slice(0, -1) : undefined;
    return mediaTypes.some((type) => (group ? type.startsWith(group) : type === pattern));
  });
}

/** Images, without HEIC: so a phone hands out a JPEG instead. */
const imageTypes = "image/png,image/jpeg,image/gif,image/webp,image/avif,image/bmp";

/** Text that systems often have no type for. */
const textEndings =
  ".md,.csv,.tsv,.json,.jsonl,.xml,.yaml,.yml,.toml,.ini,.log,.tex,.sql,.sh,.py,.js,.jsx,.ts,.tsx,.css,.html,.java,.kt,.c,.h,.cpp,.cs,.go,.rs,.rb,.php,.swift,.r";

/** What a file chooser is told; `undefined` for everything. */
export function chooserTypes(accept: readonly string[]): string | undefined {
  if (isAccepted(accept, "", ["*/*"])) return undefined;
  const wide: Readonly<Record<string, string>> = {
    "image/*": imageTypes,
    "text/*": `text/*,${textEndings}`,
  };
  return accept.map((pattern) => wide[pattern] ?? pattern).join(",");
}

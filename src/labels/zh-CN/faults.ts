import type { HistoryErrorCode } from "../../client/historyError.js";
import { contextLevels } from "../../client/inputLimit.js";
import type { AnswerWarning } from "../../client/messages.js";
import type { PreflightFacts, PreflightMeasure, RemedyId } from "../../client/preflight.js";
import type { AttachmentRefusal } from "../../client/attachmentRefusal.js";
import type { ErrorFacts } from "../../components/errorFacts.js";
import { acceptedKinds, refusedMegabytes } from "../refusalFigures.js";
import { errorWords, type ErrorSentences } from "../errorWords.js";
import type { FaultLabels } from "../families.js";
import { fileWords } from "../fileWords.js";
import { formats } from "./formats.js";

const { number, percent, list, choice, megabytes, duration, limit } = formats;

const errors: ErrorSentences = {
  missing_key: (e) =>
    `缺少${e.provider === undefined ? "该提供商" : ` ${e.provider} `}的 API 密钥。请输入密钥，或在服务器上设置。`,
  authentication: (e) => `${server(e)}未接受 API 密钥。请检查密钥是否完整且仍然有效。${said(e)}`,
  permission: (e) =>
    `${server(e)}不允许此密钥使用${model(e)}。请检查密钥的权限，或选择其他模型。${said(e)}`,
  insufficient_credit: (e) => `${server(e)}表示账户余额或配额已用完。请充值，或选择其他提供商。`,
  not_found: (e) => `${server(e)}上找不到${model(e)}。请检查名称，或选择其他模型。${said(e)}`,
  rate_limit: (e) =>
    `${server(e)}暂时不再接受请求。${e.retryAfterMs === undefined ? "请稍等片刻再试。" : `请在${duration(e.retryAfterMs)}后重试。`}`,
  context_window: (e) =>
    `对话过长，超出${model(e)}的读取范围。请移除一部分，或选择上下文窗口更大的模型。`,
  content_policy: (e) => `${server(e)}因内容政策拒绝了请求。请修改措辞后重新发送。${said(e)}`,
  bad_request: (e) =>
    `${server(e)}未接受该请求。${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `${model(e, "此模型")}无法读取图片。请选择支持图片的模型，或移除图片。`,
  tools_unsupported: (e) => `${model(e, "此模型")}无法使用工具。请选择支持工具的模型，或关闭工具。`,
  image_rejected: (e) => `${server(e)}无法使用某张图片。请添加较小的 PNG 或 JPEG 图片。${said(e)}`,
  timeout: (e) => `${server(e)}长时间没有响应。请重试，或选择其他模型。`,
  stalled: (e) => `${server(e)}停止了发送。已收到的内容会保留；可以重试或继续。`,
  truncated: () => "回答在完成之前中断了。已收到的内容会保留；可以重试或继续。",
  overloaded: (e) => `${server(e)}负载过高。请稍后重试，或选择其他模型。`,
  server: (e) => `${server(e)}出现问题。请稍后重试。${said(e)}`,
  network: (e) =>
    `无法连接${e.provider === undefined ? "服务器" : ` ${e.provider}`}。请检查网络连接后重试，或重新加载页面。`,
  aborted: () => "已停止。",
};

const server = ({ provider }: ErrorFacts): string =>
  provider === undefined ? "服务器" : `${provider} `;

const model = ({ model: name }: ErrorFacts, otherwise = "该模型"): string =>
  name === undefined ? otherwise : `“${name}”`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string => (details ? `返回信息：“${details}”` : "");

function preflight({ code, model: name, provider, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const [kind, unit] = areImages ? ["图片", "张"] : ["文件", "个"];
  const named = only ?? (count === 1 ? `该${kind}` : `${number(count)} ${unit}${kind}`);
  switch (code) {
    case "vision_unsupported":
      return `${name} 无法读取图片。请选择支持图片的模型，或只发送文字。`;
    case "image_type":
      return `${provider} 不接受 ${named}（${list(types)}）。请以 PNG 或 JPEG 格式添加，或选择其他模型。`;
    case "image_address":
      return `${provider} 不会从网络获取图片。请添加图片本身，或选择其他模型。`;
    case "image_too_large":
      return `对 ${provider} 来说，${named} 过大（${sizes(measure)}）。请添加较小的图片，或选择其他模型。`;
    case "too_many_images":
      return `${provider} 最多接受 ${number(measure?.most ?? 0)} 张图片，而此聊天中有 ${number(measure?.actual ?? 0)} 张。请移除最早的图片，或选择其他模型。`;
    case "request_too_large":
      return `此聊天中的${kind}超出了 ${provider} 的限制（${sizes(measure)}）。请移除最早的${kind}，或选择其他模型。`;
    case "file_unsupported":
      return `${name} 无法读取 ${named}（${list(types)}）。请选择其他模型，或移除文件。`;
    case "file_address":
      return `${provider} 不会从网络获取 ${named}（${list(types)}）。请选择其他模型，或移除文件。`;
    case "file_too_large":
      return `对 ${provider} 来说，${named} 过大（${sizes(measure)}）。请减少附件，或选择其他模型。`;
    case "too_many_files":
      return `${provider} 最多接受 ${number(measure?.most ?? 0)} 个文档，而此聊天中有 ${number(measure?.actual ?? 0)} 个。请移除最早的文档，或选择其他模型。`;
    case "tools_unsupported":
      return `${name} 无法使用工具。请选择支持工具的模型。`;
    case "context_window":
      return `对 ${name} 来说，此聊天过长（约 ${sizes(measure)}）。请移除最早的对话，或选择容量更大的模型。`;
    case "context_may_not_fit":
      return `对 ${name} 来说，此聊天可能过长（约 ${sizes(measure)}）。可以仍然发送、移除最早的对话，或选择容量更大的模型。`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `此聊天已占用 ${name} 容量的 ${percent(share)}。${share < contextLevels.critical ? "请在占满之前" : "请在继续提问之前"}移除最早的对话，或选择容量更大的模型。`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "",
  side: " 像素边长",
  pixels: " 百万像素",
  pages: " 页",
  tokens: " 个词元",
  images: " 张",
  files: " 个",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${actual}${units[measure.unit]}，上限 ${most}`;
}

const remedies: Readonly<Record<RemedyId, string>> = {
  choose_model: "选择模型",
  remove_images: "移除图片",
  remove_files: "移除文件",
  shrink_images: "缩小图片",
  drop_oldest_turns: "移除最早的对话",
};

function attachmentRefused(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} 是空文件。`;
    case "unreadable":
      return `无法读取 ${name}。文件可能已损坏。`;
    case "failed":
      return `此浏览器无法处理 ${name}。请重试，或添加较小的 JPEG 图片。`;
    case "not_an_image":
      return `${name} 不是图片。请添加 PNG、JPEG、GIF 或 WebP 文件。`;
    case "unsupported_type":
      return `${name} 的格式（${refusal.mediaType}）无法在此读取。请另存为 PNG 或 JPEG 后再添加。`;
    case "too_large":
      return `${name} 的大小为 ${megabytes(refusedMegabytes(refusal.bytes))}，单个文件最大为 ${megabytes(refusedMegabytes(refusal.maxBytes))}。`;
    case "not_accepted":
      return `此处不能添加 ${name}。可添加：${choice(acceptedKinds(refusal.accept, kinds))}。`;
    case "too_many_files":
      return `无法再添加 ${name}：一条消息最多包含 ${number(refusal.maxFiles)} 个文件。请先移除其他文件。`;
    case "upload_failed":
      return `${name} 上传失败。${refusal.message ?? ""}请重试。`;
    case "too_many_pixels":
      return `${name} 为 ${number(refusal.width)} × ${number(refusal.height)} 像素，图片最大为 ${number(Math.floor(refusal.maxPixels / 1e6))} 百万像素。`;
    case "aspect_ratio":
      return `${name} 为 ${number(refusal.width)} × ${number(refusal.height)} 像素，长边最多为短边的 ${number(refusal.maxRatio)} 倍。`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "image/*": "图片",
  "audio/*": "音频",
  "video/*": "视频",
  "text/*": "文本文件",
  "text/plain": "文本文件",
  "application/pdf": "PDF",
  "application/json": "JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota: "浏览器存储空间已满，最近的消息未能保存。请删除旧聊天以腾出空间。",
  denied:
    "此浏览器不允许页面保存数据，关闭标签页后聊天将丢失。若要保留，请允许此网站存储数据，或退出无痕浏览。",
  unreadable: "此聊天已保存的数据已损坏，将保持原样，因此这里不再保存。请开始新聊天以便保存。",
  newer: "此聊天由更新版本的页面保存，将保持原样。请重新加载页面以打开它。",
  conflict: "此聊天也在另一个标签页中被更改，那里的内容已保留为另一个分支。",
  failed: "未能保存此聊天。聊天可以继续，下次更改时会再次尝试保存。",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `模型不支持 ${parameter}，已将其省略。`;
    case "parameter_renamed":
      return `模型使用 ${replacement} 代替 ${parameter}。`;
    case "reasoning_left_out":
      return "服务器不接受模型的思考过程，已将其省略。";
    case "not_streamed":
      return "模型不支持流式输出，因此回答一次性返回。";
    default:
      return message;
  }
}

/** What went wrong, or would. */
export const faults: FaultLabels = {
  error: (error) => errorWords(error, errors),
  preflight,
  remedy: (remedy) => remedies[remedy],
  attachmentRefused,
  historyFault: ({ code }) => historyFaults[code],
  warning,
};

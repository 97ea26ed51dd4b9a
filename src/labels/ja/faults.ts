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
    `${e.provider === undefined ? "このプロバイダー" : `${e.provider} `}の API キーがありません。キーを入力するか、サーバーで設定してください。`,
  authentication: (e) =>
    `${server(e)}が API キーを受け付けませんでした。キーに欠けがなく、有効であることを確認してください。${said(e)}`,
  permission: (e) =>
    `${server(e)}は、このキーでの${model(e)}の使用を許可していません。キーの権限を確認するか、別のモデルを選択してください。${said(e)}`,
  insufficient_credit: (e) =>
    `${server(e)}のアカウントの残高または割り当てがなくなりました。残高を追加するか、別のプロバイダーを選択してください。`,
  not_found: (e) =>
    `${server(e)}で${model(e)}が見つかりませんでした。名前を確認するか、別のモデルを選択してください。${said(e)}`,
  rate_limit: (e) =>
    `${server(e)}は現在これ以上のリクエストを受け付けていません。${e.retryAfterMs === undefined ? "しばらく待ってから再試行してください。" : `${duration(e.retryAfterMs)}後に再試行してください。`}`,
  context_window: (e) =>
    `会話が長すぎて、${model(e)}では読み切れません。一部を削除するか、コンテキストウィンドウの大きいモデルを選択してください。`,
  content_policy: (e) =>
    `${server(e)}がコンテンツポリシーに基づいてリクエストを拒否しました。表現を変えて送信し直してください。${said(e)}`,
  bad_request: (e) =>
    `${server(e)}がリクエストを受け付けませんでした。${said({ ...e, details: e.details ?? e.message })}`,
  vision_unsupported: (e) =>
    `${model(e, "このモデル")}は画像を読めません。画像を読めるモデルを選択するか、画像を削除してください。`,
  tools_unsupported: (e) =>
    `${model(e, "このモデル")}はツールを使えません。ツールを使えるモデルを選択するか、ツールをオフにしてください。`,
  image_rejected: (e) =>
    `${server(e)}が画像を処理できませんでした。小さめの PNG または JPEG を添付してください。${said(e)}`,
  timeout: (e) =>
    `${server(e)}からの応答が時間内にありませんでした。再試行するか、別のモデルを選択してください。`,
  stalled: (e) =>
    `${server(e)}からの送信が止まりました。届いた文章は残っています。再試行するか、続けてください。`,
  truncated: () =>
    "回答が途中で途切れました。届いた文章は残っています。再試行するか、続けてください。",
  overloaded: (e) =>
    `${server(e)}が混み合っています。少し待って再試行するか、別のモデルを選択してください。`,
  server: (e) => `${server(e)}で問題が発生しました。少し待って再試行してください。${said(e)}`,
  network: (e) =>
    `${server(e)}に接続できません。インターネット接続を確認して再試行するか、ページを再読み込みしてください。`,
  aborted: () => "停止しました。",
};

const server = ({ provider }: ErrorFacts): string =>
  provider === undefined ? "サーバー" : `${provider} `;

const model = ({ model: name }: ErrorFacts, otherwise = "モデル"): string =>
  name === undefined ? otherwise : `「${name}」`;

/** What the provider said of it. */
const said = ({ details }: ErrorFacts): string => (details ? `メッセージ: 「${details}」` : "");

function preflight({ code, model: name, provider, files, measure }: PreflightFacts): string {
  const { count, areImages, name: only, types } = fileWords(files);
  const kind = areImages ? "画像" : "ファイル";
  const named = only ?? (count === 1 ? `この${kind}` : `${number(count)} 個の${kind}`);
  switch (code) {
    case "vision_unsupported":
      return `${name} は画像を読めません。画像を読めるモデルを選択するか、テキストだけを送信してください。`;
    case "image_type":
      return `${provider} は ${named}（${list(types)}）を受け付けません。PNG または JPEG で添付するか、別のモデルを選択してください。`;
    case "image_address":
      return `${provider} はウェブ上の画像を取得しません。画像そのものを添付するか、別のモデルを選択してください。`;
    case "image_too_large":
      return `${named} は ${provider} には大きすぎます（${sizes(measure)}）。小さい画像を添付するか、別のモデルを選択してください。`;
    case "too_many_images":
      return `${provider} が受け付ける画像は最大 ${number(measure?.most ?? 0)} 枚ですが、このチャットには ${number(measure?.actual ?? 0)} 枚あります。古いものを削除するか、別のモデルを選択してください。`;
    case "request_too_large":
      return `このチャットの${kind}は ${provider} には大きすぎます（${sizes(measure)}）。古いものを削除するか、別のモデルを選択してください。`;
    case "file_unsupported":
      return `${name} は ${named}（${list(types)}）を読めません。別のモデルを選択するか、ファイルを削除してください。`;
    case "file_address":
      return `${provider} は ${named}（${list(types)}）をウェブから取得しません。別のモデルを選択するか、ファイルを削除してください。`;
    case "file_too_large":
      return `${named} は ${provider} には大きすぎます（${sizes(measure)}）。添付を減らすか、別のモデルを選択してください。`;
    case "too_many_files":
      return `${provider} が受け付ける文書は最大 ${number(measure?.most ?? 0)} 個ですが、このチャットには ${number(measure?.actual ?? 0)} 個あります。古いものを削除するか、別のモデルを選択してください。`;
    case "tools_unsupported":
      return `${name} はツールを使えません。ツールを使えるモデルを選択してください。`;
    case "context_window":
      return `このチャットは ${name} には長すぎます（約 ${sizes(measure)}）。古いやり取りを削除するか、より長く読めるモデルを選択してください。`;
    case "context_may_not_fit":
      return `このチャットは ${name} には長すぎるかもしれません（約 ${sizes(measure)}）。このまま送信するか、古いやり取りを削除するか、より長く読めるモデルを選択してください。`;
    case "context_nearly_full": {
      const share = measure ? measure.actual / measure.most : 0;
      return `このチャットは ${name} の上限の ${percent(share)} に達しています。${share < contextLevels.critical ? "いっぱいになる前に" : "次の回答の前に"}、古いやり取りを削除するか、より長く読めるモデルを選択してください。`;
    }
  }
}

const units: Readonly<Record<PreflightMeasure["unit"], string>> = {
  bytes: "",
  side: " ピクセル（長辺）",
  pixels: " メガピクセル",
  pages: " ページ",
  tokens: " トークン",
  images: " 枚",
  files: " 個",
};

function sizes(measure: PreflightMeasure | undefined): string {
  if (!measure) return "";
  const { actual, most } = limit(measure);
  return `${actual}${units[measure.unit]}、上限 ${most}`;
}

const remedies: Readonly<Record<RemedyId, string>> = {
  choose_model: "モデルを選択",
  remove_images: "画像を削除",
  remove_files: "ファイルを削除",
  shrink_images: "画像を縮小",
  drop_oldest_turns: "古いやり取りを削除",
};

function attachmentRefused(name: string, refusal: AttachmentRefusal): string {
  switch (refusal.reason) {
    case "empty":
      return `${name} は空です。`;
    case "unreadable":
      return `${name} を読み込めませんでした。ファイルが壊れている可能性があります。`;
    case "failed":
      return `このブラウザーでは ${name} を準備できませんでした。再試行するか、小さめの JPEG を添付してください。`;
    case "not_an_image":
      return `${name} は画像ではありません。PNG、JPEG、GIF、WebP のいずれかを添付してください。`;
    case "unsupported_type":
      return `${name} はここでは読めない形式（${refusal.mediaType}）です。PNG または JPEG で保存し、そのファイルを添付してください。`;
    case "too_large":
      return `${name} は ${megabytes(refusedMegabytes(refusal.bytes))} です。添付できるのは 1 ファイル ${megabytes(refusedMegabytes(refusal.maxBytes))} までです。`;
    case "not_accepted":
      return `${name} はここでは添付できません。添付できるのは${choice(acceptedKinds(refusal.accept, kinds))}です。`;
    case "too_many_files":
      return `${name} は追加できません。1 つのメッセージに添付できるのは ${number(refusal.maxFiles)} 個までです。先にほかのファイルを削除してください。`;
    case "upload_failed":
      return `${name} のアップロードに失敗しました。${refusal.message ?? ""}再試行してください。`;
    case "too_many_pixels":
      return `${name} は ${number(refusal.width)} × ${number(refusal.height)} ピクセルです。画像は ${number(Math.floor(refusal.maxPixels / 1e6))} メガピクセルまでです。`;
    case "aspect_ratio":
      return `${name} は ${number(refusal.width)} × ${number(refusal.height)} ピクセルです。長辺は短辺の ${number(refusal.maxRatio)} 倍までです。`;
  }
}

const kinds: Readonly<Record<string, string>> = {
  "image/*": "画像",
  "audio/*": "音声",
  "video/*": "動画",
  "text/*": "テキストファイル",
  "text/plain": "テキストファイル",
  "application/pdf": "PDF",
  "application/json": "JSON",
};

const historyFaults: Readonly<Record<HistoryErrorCode, string>> = {
  quota:
    "ブラウザーの保存領域がいっぱいのため、最近のメッセージは保存されていません。古いチャットを削除して空きを作ってください。",
  denied:
    "このブラウザーではページがデータを保存できないため、タブを閉じるとこのチャットは失われます。残すには、このサイトのデータ保存を許可するか、プライベートブラウズを終了してください。",
  unreadable:
    "保存されていたこのチャットのデータが壊れているため、そのまま残し、ここでは何も保存しません。保存するには新しいチャットを始めてください。",
  newer:
    "このチャットは新しいバージョンのページで保存されたため、そのまま残しています。開くにはページを再読み込みしてください。",
  conflict: "このチャットは別のタブでも変更されました。そちらの内容は別の分岐として残っています。",
  failed:
    "このチャットを保存できませんでした。チャットは続けられ、次の変更時に再び保存を試みます。",
};

function warning({ code, message, parameter = "", replacement = "" }: AnswerWarning): string {
  switch (code) {
    case "parameter_left_out":
      return `モデルが ${parameter} に対応していないため、省略しました。`;
    case "parameter_renamed":
      return `モデルに合わせて、${parameter} の代わりに ${replacement} を使いました。`;
    case "reasoning_left_out":
      return "サーバーがモデルの思考の過程を受け取らないため、省略しました。";
    case "not_streamed":
      return "モデルがストリーミングに対応していないため、回答はまとめて届きました。";
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

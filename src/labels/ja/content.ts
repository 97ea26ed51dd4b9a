import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "ファイルを添付",
  dropHere: "ここにファイルをドロップ",
  attachments: "添付ファイル",
  removeAttachment: (name) => `${name} を削除`,
  attachmentReading: (name) => `${name} を読み込み中`,
  attachmentProcessing: (name) => `${name} を準備中`,
  attachmentOutcome: (image) =>
    imageOutcome(image, {
      percent,
      tokens: (count) => `${number(count)}\u00a0トークン`,
      firstFrameOnly: "最初のフレームのみ",
    }).join("、"),
  attachmentUploading: (name) => `${name} をアップロード中`,
  attachmentFile: (mediaType, size) => `${fileKind(mediaType, "テキスト")}、${bytes(size)}`,
  attachmentOptions: (name) => `${name} のオプション`,
  altText: "代替テキスト",
  moveEarlier: "前へ移動",
  moveLater: "後ろへ移動",
  attachmentMoved: (name, position, count) => `${name}、${number(position)} / ${number(count)}`,
  insertAsText: "テキストとして挿入",
  pastedText: "貼り付けたテキスト",
  takePhoto: "写真を撮る",
  imageRejected: (models) =>
    `${list(models)} はこの画像を受け付けませんでした。以降はこの画像なしで送信します。`,

  thinking: "思考中…",
  thought: "思考の過程",
  thoughtFor: (durationMs) => `${duration(durationMs)}間思考しました`,
  sources: "情報源",
  sourceCount: (count) => `情報源 ${number(count)} 件`,
  image: "画像",
  file: "ファイル",

  showImage: (host) => `${host} の画像を表示`,
  table: "表",
  code: "コード",
  formula: "数式",
  wrapLines: "行を折り返す",
  copy: "コピー",
  copied: "コピーしました",
  copyMarkdown: "Markdown としてコピー",
  copyCSV: "CSV としてコピー",
  taskDone: "完了",
  taskOpen: "未完了",
  footnote: (index) => `脚注 ${number(index)}`,
  backToText: (index) => `脚注 ${number(index)}、本文に戻る`,

  openImage: (name) => `${name} を開く`,
  imageNotOpened:
    "このページの一部を読み込めなかったため、画像を拡大できません。ページを再読み込みしてください。",
  imagePosition: (position, total) => `${number(position)} / ${number(total)}`,
  previousImage: "前の画像",
  nextImage: "次の画像",
  zoomIn: "拡大",
  zoomOut: "縮小",
  zoomToFit: (zoom) => `${percent(zoom / 100)}、ウィンドウに合わせる`,
  download: (name) => `${name} をダウンロード`,
  closeImage: "閉じる",
};

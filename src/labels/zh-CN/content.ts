import { fileKind, imageOutcome } from "../../components/attachmentFigures.js";
import type { ContentLabels } from "../families.js";
import { formats } from "./formats.js";

const { number, percent, list, bytes, duration } = formats;

/** The words of attachments and of what messages hold. */
export const content: ContentLabels = {
  attach: "添加文件",
  dropHere: "将文件拖放到此处",
  attachments: "附件",
  removeAttachment: (name) => `移除 ${name}`,
  attachmentReading: (name) => `正在读取 ${name}`,
  attachmentProcessing: (name) => `正在处理 ${name}`,
  attachmentOutcome: (image) =>
    imageOutcome(image, {
      percent,
      tokens: (count) => `${number(count)}\u00a0个词元`,
      firstFrameOnly: "仅第一帧",
    }).join("，"),
  attachmentUploading: (name) => `正在上传 ${name}`,
  attachmentFile: (mediaType, size) => `${fileKind(mediaType, "文本")}，${bytes(size)}`,
  attachmentOptions: (name) => `${name} 的选项`,
  altText: "替代文本",
  moveEarlier: "前移",
  moveLater: "后移",
  attachmentMoved: (name, position, count) =>
    `${name}，第 ${number(position)} 个，共 ${number(count)} 个`,
  insertAsText: "作为文本插入",
  pastedText: "粘贴的文本",
  takePhoto: "拍照",
  imageRejected: (models) => `${list(models)} 未接受此图片，后续消息将不再包含它。`,

  thinking: "正在思考…",
  thought: "思考过程",
  thoughtFor: (durationMs) => `已思考 ${duration(durationMs)}`,
  sources: "来源",
  sourceCount: (count) => `${number(count)} 个来源`,
  image: "图片",
  file: "文件",

  showImage: (host) => `显示来自 ${host} 的图片`,
  table: "表格",
  code: "代码",
  formula: "公式",
  wrapLines: "自动换行",
  copy: "复制",
  copied: "已复制",
  copyMarkdown: "复制为 Markdown",
  copyCSV: "复制为 CSV",
  taskDone: "已完成",
  taskOpen: "未完成",
  footnote: (index) => `脚注 ${number(index)}`,
  backToText: (index) => `脚注 ${number(index)}，返回正文`,

  openImage: (name) => `打开 ${name}`,
  imageNotOpened: "页面的一部分未能加载，无法放大图片。请重新加载页面。",
  imagePosition: (position, total) => `第 ${number(position)} 张，共 ${number(total)} 张`,
  previousImage: "上一张图片",
  nextImage: "下一张图片",
  zoomIn: "放大",
  zoomOut: "缩小",
  zoomToFit: (zoom) => `${percent(zoom / 100)}，适应窗口`,
  download: (name) => `下载 ${name}`,
  closeImage: "关闭",
};

import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";

const { choice, number, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "已选择",
  recent: "最近使用",
  favourites: "收藏",
  latest: "最新",
  earlier: "较早",
  models: "模型",
  retired: "已停用",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "已连接",
  untested: "未测试",
  missing_key: "无密钥",
  refused: "被拒绝",
  unreachable: "无法连接",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "选择模型",
  providerField: "提供商",
  modelField: "模型",
  chooseProvider: "选择提供商",
  searchModels: (count) => (count < 2 ? "搜索模型…" : `搜索 ${number(count)} 个模型…`),
  modelsFound: (count) => `${number(count)} 个模型`,
  modelSection: (id) => sections[id],
  showRetired: (count) => `显示已停用的模型（${number(count)}）`,
  hideRetired: (count) => `隐藏已停用的模型（${number(count)}）`,
  customModel: (name) => `使用“${name}”作为模型名称`,
  backToProviders: "提供商",
  providerState: (state) => states[state],
  modelContext: (tokens) => `上下文 ${shortTokens(tokens)}`,
  modelPrice: (input, output) => `每百万 ${price(input)} / ${price(output)}`,
  badgeVision: "图片",
  badgeVisionUnknown: "图片？",
  badgeTools: "工具",
  badgeReasoning: "推理",
  badgeNew: "新",
  badgePreview: "预览版",
  badgeRetired: "已停用",
  modelVersions: (count, open) => `${open ? "隐藏" : "显示"} ${number(count)} 个版本`,
  addFavourite: (name) => `收藏 ${name}`,
  removeFavourite: (name) => `取消收藏 ${name}`,
  modelUnlisted: "已不在列表中，或是自定义名称",

  showWithoutVision: (count) => `显示不支持图片的模型（${number(count)}）`,
  showAllModels: (count) => `显示全部模型（另有 ${number(count)} 个）`,
  allHidden: (provider, count) => `${provider} 的 ${number(count)} 个模型都被筛选条件隐藏了。`,
  noModels: "没有模型",
  noModelsOf: (provider) => `${provider} 未列出任何模型，可在搜索框中输入模型名称。`,
  noneFound: (query) => `未找到“${query}”。`,
  modelsFailed: "无法获取模型列表。",
  loadingModels: "正在加载模型…",
  loadingModelsOf: (provider) => `正在加载 ${provider} 的模型…`,
  retry: "重试",
  knownModels: "这些是已知模型；提供商未给出自己的列表。",
  askingProvider: (provider) => `这些是已知模型；正在查询 ${provider}。`,

  needsKey: (provider) => `需要 ${provider} 的密钥`,
  keyTitle: (provider) => `${provider} 需要 API 密钥`,
  keyField: (provider) => `${provider} 的 API 密钥`,
  keyHelp: "密钥只会从本页面发送给该提供商。",
  getKey: "获取密钥",
  keepKey: "保留时间",
  keepInMemory: "仅限本页面，重新加载后清除",
  keepInTab: "仅限此标签页，关闭后清除",
  saveKey: "保存并测试",
  editKey: "更改密钥",
  removeKey: "移除密钥",
  cancelKey: "取消",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `服务器上没有 ${provider} 的密钥。`
      : `服务器上没有 ${provider} 的密钥。请在服务器上设置 ${choice(variables)} 并重新启动。`,
  providerUnreachable: (provider) => `无法连接 ${provider}。请确认其正在运行，然后重试。`,
  testConnection: "测试连接",
  testingConnection: "正在测试…",
  testConnected: "已连接",
  testDetails: "详情",
};

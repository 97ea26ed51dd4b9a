import type { PickerSection } from "../../hooks/pickerItems.js";
import type { ProviderState } from "../../hooks/modelGroups.js";
import type { PickerLabels } from "../families.js";
import { formats } from "./formats.js";

const { choice, number, price, shortTokens } = formats;

const sections: Readonly<Record<Exclude<PickerSection["id"], "provider">, string>> = {
  chosen: "選択中",
  recent: "最近使用",
  favourites: "お気に入り",
  latest: "最新",
  earlier: "以前のモデル",
  models: "モデル",
  retired: "提供終了",
};

const states: Readonly<Record<ProviderState, string>> = {
  connected: "接続済み",
  untested: "未テスト",
  missing_key: "キーなし",
  refused: "拒否されました",
  unreachable: "接続できません",
};

/** The words of the picker. */
export const picker: PickerLabels = {
  chooseModel: "モデルを選択",
  providerField: "プロバイダー",
  modelField: "モデル",
  chooseProvider: "プロバイダーを選択",
  searchModels: (count) => (count < 2 ? "モデルを検索…" : `${number(count)} 個のモデルを検索…`),
  modelsFound: (count) => `${number(count)} 個のモデル`,
  modelSection: (id) => sections[id],
  showRetired: (count) => `提供終了を表示（${number(count)}）`,
  hideRetired: (count) => `提供終了を隠す（${number(count)}）`,
  customModel: (name) => `「${name}」をモデル名として使用`,
  backToProviders: "プロバイダー",
  providerState: (state) => states[state],
  modelContext: (tokens) => `コンテキスト ${shortTokens(tokens)}`,
  modelPrice: (input, output) => `100万あたり ${price(input)} / ${price(output)}`,
  badgeVision: "画像",
  badgeVisionUnknown: "画像？",
  badgeTools: "ツール",
  badgeReasoning: "推論",
  badgeNew: "新着",
  badgePreview: "プレビュー",
  badgeRetired: "提供終了",
  modelVersions: (count, open) => `${number(count)} 個のバージョンを${open ? "隠す" : "表示"}`,
  addFavourite: (name) => `${name} をお気に入りに追加`,
  removeFavourite: (name) => `${name} をお気に入りから削除`,
  modelUnlisted: "一覧にないか、手入力した名前です",

  showWithoutVision: (count) => `画像を読めないモデルも表示（${number(count)}）`,
  showAllModels: (count) => `すべてのモデルを表示（ほか ${number(count)} 個）`,
  allHidden: (provider, count) =>
    `${provider} のモデル ${number(count)} 個は、すべてフィルターで非表示になっています。`,
  noModels: "モデルがありません",
  noModelsOf: (provider) =>
    `${provider} にはモデルの一覧がありません。検索欄にモデル名を入力できます。`,
  noneFound: (query) => `「${query}」は見つかりませんでした。`,
  modelsFailed: "モデルの一覧を取得できませんでした。",
  loadingModels: "モデルを読み込み中…",
  loadingModelsOf: (provider) => `${provider} のモデルを読み込み中…`,
  retry: "再試行",
  knownModels: "既知のモデルです。プロバイダー自身の一覧は取得できていません。",
  askingProvider: (provider) => `既知のモデルです。${provider} に問い合わせています。`,

  needsKey: (provider) => `${provider} のキーが必要です`,
  keyTitle: (provider) => `${provider} には API キーが必要です`,
  keyField: (provider) => `${provider} の API キー`,
  keyHelp: "キーはこのページからプロバイダーにだけ送られます。",
  getKey: "キーを取得",
  keepKey: "保持する期間",
  keepInMemory: "このページを再読み込みするまで",
  keepInTab: "このタブを閉じるまで",
  saveKey: "保存してテスト",
  editKey: "キーを変更",
  removeKey: "キーを削除",
  cancelKey: "キャンセル",
  serverLacksKey: (provider, variables) =>
    variables.length === 0
      ? `サーバーに ${provider} のキーがありません。`
      : `サーバーに ${provider} のキーがありません。サーバーで ${choice(variables)} を設定し、再起動してください。`,
  providerUnreachable: (provider) =>
    `${provider} に接続できません。動作していることを確認し、再試行してください。`,
  testConnection: "接続をテスト",
  testingConnection: "テスト中…",
  testConnected: "接続済み",
  testDetails: "詳細",
};

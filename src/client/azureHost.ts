const azureHost =
  /\.(?:openai\.azure\.(?:com|us|cn)|services\.ai\.azure\.com|cognitiveservices\.azure\.com)$/i;

/** Whether a host, or the address of one, is Azure OpenAI's. */
export function isAzureHost(address: string): boolean {
  return azureHost.test(address.replace(/^https?:\/\/|[/:?#].*$/gis, ""));
}

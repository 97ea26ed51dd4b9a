import type { AwsCredentials } from "./protocol.js";

/** What an app says about its AWS account. */
export interface AwsSettings {
  /** Such as `eu-central-1`. Default: `AWS_REGION` or `AWS_DEFAULT_REGION` on a server, else `us-east-1`. */
  region?: string | undefined;
  /** What signs requests, or a function asked for it each time (temporary credentials run out). */
  credentials?: AwsCredentials | (() => AwsCredentials | Promise<AwsCredentials>) | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The region requests go to. @see https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html */
export function awsRegion({ region }: AwsSettings, env: Environment): string {
  return region ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"] ?? "us-east-1";
}

/** What signs requests: the app's word, else the environment's. `undefined` where neither says anything. */
export function awsCredentials(
  { credentials }: AwsSettings,
  env: Environment,
): AwsSettings["credentials"] {
  if (credentials) return credentials;
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) return undefined;
  return {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
}

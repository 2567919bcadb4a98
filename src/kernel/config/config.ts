/** All settings of one server, checked. Made by `readConfig`, passed on from there: nothing else reads the environment. */
export interface Config {
  readonly port: number;
  /** Absolute path. */
  readonly dataFolder: string;
  readonly databaseUrl?: string;
  readonly natsUrl?: string;
  readonly files: FileStore;
  /** "https://host[:port]" as browsers see it, without a path. */
  readonly origin: string;
  /** At least 32 characters; absent, `keptSecret(dataFolder)` has one. */
  readonly secret?: string;
  readonly demo: boolean;
  readonly smtpUrl?: string;
  readonly s3?: { readonly endpoint: string; readonly key: string; readonly secret: string };
  /** Another sign-in service; `private`: it may be in a private network. */
  readonly oidc?: {
    readonly issuer: string;
    readonly client: string;
    readonly secret: string;
    readonly private: boolean;
  };
  readonly trustProxy: TrustedProxy;
  /** When each day a backup is written ("02:30", UTC), and how many are kept; absent, none is written. */
  readonly backups?: { readonly at: string; readonly keep: number };
}

/** Where uploaded files are kept: a folder (absolute path) or a bucket with an optional prefix ("" or "a/b"). */
export type FileStore =
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 's3'; readonly bucket: string; readonly prefix: string };

/** Whose X-Forwarded-* headers are believed: nobody's, those of the last n proxies, or of proxies at these addresses or networks. */
export type TrustedProxy = false | number | readonly string[];

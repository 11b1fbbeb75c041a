import Document, { type DocumentContext, Head, Html, Main, NextScript } from 'next/document';

/** Puts the nonce of the request on each script that Next.js writes: the pages router does not do it itself. */
export default class SecuredDocument extends Document<{ readonly nonce?: string }> {
  static override async getInitialProps(context: DocumentContext) {
    const initial = await Document.getInitialProps(context);
    const nonce = context.req?.headers['x-nonce'];
    return typeof nonce === 'string' ? { ...initial, nonce } : initial;
  }

  override render() {
    const { nonce } = this.props;
    return (
      <Html lang="en">
        <Head nonce={nonce} />
        <body>
          <Main />
          <NextScript nonce={nonce} />
        </body>
      </Html>
    );
  }
}

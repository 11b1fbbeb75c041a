// The receiver of the OpenTelemetry Collector for OTLP over HTTP, with a printer behind it: what it takes comes out as one
// line of JSON for each trace. The first argument is its address.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"os/signal"
	"syscall"

	"go.opentelemetry.io/collector/component/componenttest"
	"go.opentelemetry.io/collector/confmap"
	"go.opentelemetry.io/collector/consumer"
	"go.opentelemetry.io/collector/pdata/ptrace"
	"go.opentelemetry.io/collector/receiver/otlpreceiver"
	"go.opentelemetry.io/collector/receiver/receivertest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	factory := otlpreceiver.NewFactory()
	config := factory.CreateDefaultConfig()
	given := map[string]any{"protocols": map[string]any{"http": map[string]any{"endpoint": os.Args[1]}}}
	must(confmap.NewFromStringMap(given).Unmarshal(config))
	printer, err := consumer.NewTraces(func(_ context.Context, traces ptrace.Traces) error {
		text, err := (&ptrace.JSONMarshaler{}).MarshalTraces(traces)
		fmt.Println(string(text))
		return err
	})
	must(err)
	receiver, err := factory.CreateTraces(ctx, receivertest.NewNopSettings(factory.Type()), config, printer)
	must(err)
	must(receiver.Start(ctx, componenttest.NewNopHost()))
	fmt.Println("ready")
	<-ctx.Done()
	must(receiver.Shutdown(context.Background()))
}

func must(err error) {
	if err != nil {
		log.Fatal(err)
	}
}

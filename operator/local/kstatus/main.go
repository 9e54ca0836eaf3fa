// Prints what kstatus, by which Flux and others judge resources, makes of each file: FILE, STATUS and MESSAGE with tabs between them.
package main

import (
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/cli-utils/pkg/kstatus/status"
	"sigs.k8s.io/yaml"
)

func main() {
	for _, file := range os.Args[1:] {
		if err := judge(file); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
			os.Exit(1)
		}
	}
}

func judge(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	resource := &unstructured.Unstructured{}
	if err := yaml.Unmarshal(text, resource); err != nil {
		return err
	}
	result, err := status.Compute(resource)
	if err != nil {
		return err
	}
	fmt.Printf("%s\t%s\t%s\n", file, result.Status, result.Message)
	return nil
}
